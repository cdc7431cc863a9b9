import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/** BQ-10: an element is handed over after its delay; its methods run in several threads. */
class NoRaceDelayQueue {
  static final class Item implements Delayed {
    long at;

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(at - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(at, ((Item) other).at);
    }
  }

  public static void main(String[] args) throws Exception {
    DelayQueue<Item> queue = new DelayQueue<>();
    Thread[] threads = new Thread[4];
    for (int k = 0; k < 2; k++) {
      threads[k] =
          new Thread(
              () -> {
                for (int i = 0; i < 50; i++) {
                  Item item = new Item();
                  item.at = System.nanoTime() + 1000 * (i % 5);
                  queue.put(item);
                }
              });
      threads[k + 2] =
          new Thread(
              () -> {
                try {
                  for (int i = 0; i < 50; i++) {
                    queue.take().at = 0;
                  }
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
              });
    }
    for (Thread t : threads) {
      t.start();
    }
    for (Thread t : threads) {
      t.join();
    }
  }
}
