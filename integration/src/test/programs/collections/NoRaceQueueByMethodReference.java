import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;

/** BQ-1: a queue that is only called by method references. */
class NoRaceQueueByMethodReference {
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
    Callable<Message> take = QUEUE::take;
    java.util.function.Consumer<Message> add = QUEUE::add;
    Thread consumer =
        new Thread(
            () ->
                sneak(
                    () -> {
                      if (take.call().value++ != 1) {
                        throw new AssertionError();
                      }
                      return null;
                    }));
    consumer.start();
    Message message = new Message();
    message.value = 1;
    add.accept(message);
    consumer.join();
  }
}
