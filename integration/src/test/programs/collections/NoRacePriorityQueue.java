import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.PriorityBlockingQueue;

/** BQ-1: a blocking priority queue. */
class NoRacePriorityQueue {
  record Message(int priority, int[] content) {}

  static final PriorityBlockingQueue<Message> QUEUE =
      new PriorityBlockingQueue<>(2, Comparator.comparingInt(Message::priority));

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
                      for (int i = 0; i < 3; i++) {
                        if (QUEUE.take().content()[0]++ != 1) {
                          throw new AssertionError();
                        }
                      }
                      return null;
                    }));
    consumer.start();
    for (int i = 0; i < 3; i++) {
      QUEUE.put(new Message(i, new int[] {1}));
    }
    consumer.join();
  }
}
