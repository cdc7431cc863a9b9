import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** 3.3: an iterator is for one thread at a time. */
class RaceHashMapIterator {
  private static final Iterator<Integer> iterator =
      new HashMap<>(Map.of(1, 2, 3, 4)).keySet().iterator();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              iterator.next(); // RACE HashMap$KeyIterator
            });
    Thread second =
        new Thread(
            () -> {
              iterator.next(); // RACE HashMap$KeyIterator
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
