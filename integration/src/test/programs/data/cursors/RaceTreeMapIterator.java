import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/** 3.3: an iterator is for one thread at a time. */
class RaceTreeMapIterator {
  private static final Iterator<Integer> iterator = new TreeMap<>(Map.of(1, 2, 3, 4)).values().iterator();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              iterator.next(); // RACE TreeMap$ValueIterator
            });
    Thread second =
        new Thread(
            () -> {
              iterator.next(); // RACE TreeMap$ValueIterator
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
