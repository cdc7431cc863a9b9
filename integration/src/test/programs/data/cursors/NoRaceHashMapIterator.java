import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** 3.3: an iterator used under a lock. */
class NoRaceHashMapIterator {
  private static final Iterator<Integer> iterator =
      new HashMap<>(Map.of(1, 2, 3, 4)).keySet().iterator();

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
