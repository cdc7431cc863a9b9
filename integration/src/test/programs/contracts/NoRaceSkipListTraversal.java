import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** D5: traversals see elements that were filled before they went in. */
class NoRaceSkipListTraversal {
  static final class Key implements Comparable<Key> {
    int rank;

    Key(int rank) {
      this.rank = rank;
    }

    @Override
    public int compareTo(Key other) {
      return Integer.compare(rank, other.rank);
    }
  }

  public static void main(String[] args) throws Exception {
    ConcurrentSkipListMap<Key, int[]> map = new ConcurrentSkipListMap<>();
    Thread writer =
        new Thread(
            () -> {
              for (int i = 0; i < 300; i++) {
                map.put(new Key(i), new int[] {i});
              }
            });
    writer.start();
    long sum = 0;
    for (int i = 0; i < 30; i++) {
      for (Map.Entry<Key, int[]> e : map.entrySet()) {
        sum += e.getKey().rank - e.getValue()[0];
      }
      sum += map.values().stream().mapToInt(v -> v[0]).count() * 0;
      for (int[] v : map.headMap(new Key(50)).values()) {
        sum += v[0] * 0;
      }
      Map.Entry<Key, int[]> last = map.lastEntry();
      sum += last == null ? 0 : last.getValue()[0] - last.getKey().rank;
    }
    writer.join();
    if (sum != 0) {
      throw new AssertionError(sum);
    }
  }
}
