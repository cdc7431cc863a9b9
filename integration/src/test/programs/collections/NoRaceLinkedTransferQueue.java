import java.util.concurrent.Callable;
import java.util.concurrent.LinkedTransferQueue;

/** BQ-1, HQ-1: what was done before an element was put is visible to who takes it. */
class NoRaceLinkedTransferQueue {
  static class Message {
    int value;
  }

  static final LinkedTransferQueue<Message> QUEUE = new LinkedTransferQueue<>();

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
                      for (int i = 0; i < 10; i++) {
                        Message message = QUEUE.take();
                        if (message.value != i) {
                          throw new AssertionError();
                        }
                        message.value++;
                      }
                      return null;
                    }));
    consumer.start();
    for (int i = 0; i < 10; i++) {
      Message message = new Message();
      message.value = i;
      QUEUE.put(message);
    }
    consumer.join();
  }
}
