import java.util.concurrent.PriorityBlockingQueue;

/** BQ-9: comparisons read elements that another thread inserts, or takes and changes. */
class NoRaceComparedElements {
  static final class Item implements Comparable<Item> {
    int rank;

    @Override
    public int compareTo(Item other) {
      return Integer.compare(rank, other.rank);
    }
  }

  public static void main(String[] args) throws Exception {
    PriorityBlockingQueue<Item> queue = new PriorityBlockingQueue<>();
    Thread[] threads = new Thread[4];
    for (int k = 0; k < 2; k++) {
      threads[k] =
          new Thread(
              () -> {
                for (int i = 0; i < 100; i++) {
                  Item item = new Item();
                  item.rank = i;
                  queue.put(item);
                }
              });
      threads[k + 2] =
          new Thread(
              () -> {
                try {
                  for (int i = 0; i < 100; i++) {
                    queue.take().rank++;
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
