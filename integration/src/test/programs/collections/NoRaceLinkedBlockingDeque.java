import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingDeque;

/** BQ-1, HQ-1: what was done before an element was put is visible to who takes it. */
class NoRaceLinkedBlockingDeque {
  static class Message {
    int value;
  }

  static final LinkedBlockingDeque<Message> QUEUE = new LinkedBlockingDeque<>();

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
                        Message message = QUEUE.takeFirst();
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
      QUEUE.putLast(message);
    }
    consumer.join();
  }
}
