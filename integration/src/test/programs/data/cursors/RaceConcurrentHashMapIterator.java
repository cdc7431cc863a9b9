import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** 3.3: an iterator is for one thread at a time. */
class RaceConcurrentHashMapIterator {
  private static final Iterator<Integer> iterator =
      new ConcurrentHashMap<>(Map.of(1, 2, 3, 4)).keySet().iterator();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              iterator.next(); // RACE ConcurrentHashMap$KeyIterator
            });
    Thread second =
        new Thread(
            () -> {
              iterator.next(); // RACE ConcurrentHashMap$KeyIterator
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
