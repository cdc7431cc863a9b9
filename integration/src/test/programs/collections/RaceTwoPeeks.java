import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** BQ-3: two threads that see one element are not ordered. */
class RaceTwoPeeks {
  static class Message {
    int value;
  }

  static final BlockingQueue<Message> QUEUE = new LinkedBlockingQueue<>();

  static void work() {
    QUEUE.peek().value++; // RACE Message.value
  }

  public static void main(String[] args) throws Exception {
    QUEUE.put(new Message());
    Thread first =
        new Thread(
            () -> {
              work();
            });
    Thread second =
        new Thread(
            () -> {
              work();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
