import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/** 3.3: an iterator used under a lock. */
class NoRaceTreeMapIterator {
  private static final Iterator<Integer> iterator = new TreeMap<>(Map.of(1, 2, 3, 4)).values().iterator();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              synchronized (iterator) {
                iterator.next();
              }
            });
    Thread second =
        new Thread(
            () -> {
              synchronized (iterator) {
                iterator.next();
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
