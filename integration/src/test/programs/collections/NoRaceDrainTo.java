import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** BQ-5: drainTo. */
class NoRaceDrainTo {
  static class Message {
    int value;
  }

  static final BlockingQueue<Message> QUEUE = new LinkedBlockingQueue<>();

  public static void main(String[] args) throws Exception {
    Thread consumer =
        new Thread(
            () -> {
              List<Message> mine = new ArrayList<>();
              while (mine.size() < 5) {
                QUEUE.drainTo(mine);
              }
              for (Message message : mine) {
                if (message.value++ != 1) {
                  throw new AssertionError();
                }
              }
            });
    consumer.start();
    for (int i = 0; i < 5; i++) {
      Message message = new Message();
      message.value = 1;
      QUEUE.put(message);
    }
    consumer.join();
  }
}
