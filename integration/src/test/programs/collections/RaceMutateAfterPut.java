import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;

/** BQ-1: the producer uses the element on after it was put. */
class RaceMutateAfterPut {
  static class Message {
    int value;
  }

  static final BlockingQueue<Message> QUEUE = new LinkedBlockingQueue<>();

  static void sneak(Callable<?> action) {
    try {
      action.call();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  public static void main(String[] args) throws Exception {
    Thread consumer =
        new Thread(
            () ->
                sneak(
                    () -> {
                      Message message = QUEUE.take();
                      int seen = message.value; // RACE Message.value
                      return null;
                    }));
    consumer.start();
    Message message = new Message();
    QUEUE.put(message);
    message.value = 1; // RACE Message.value
    consumer.join();
  }
}
