import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;

/** CHM-16: a queue that copies a concurrent map traverses it. */
class NoRaceQueueOfMapValues {
  static class Item implements Comparable<Item> {
    int value;

    @Override
    public int compareTo(Item other) {
      return Integer.compare(value, other.value);
    }
  }

  public static void main(String[] args) throws Exception {
    ConcurrentHashMap<Integer, Item> map = new ConcurrentHashMap<>();
    Thread producer =
        new Thread(
            () -> {
              for (int i = 0; i < 20; i++) {
                Item item = new Item();
                item.value = i;
                map.put(i, item);
              }
            });
    producer.start();
    int seen;
    do {
      seen = 0;
      for (Item item : new LinkedBlockingQueue<>(map.values())) {
        seen++;
        if (item.value < 0) {
          throw new AssertionError();
        }
      }
      new PriorityBlockingQueue<>(map.values()).poll();
    } while (seen < 20);
    producer.join();
  }
}
