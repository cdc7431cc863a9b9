import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** 3.3: an iterator used under a lock. */
class NoRaceConcurrentHashMapIterator {
  private static final Iterator<Integer> iterator =
      new ConcurrentHashMap<>(Map.of(1, 2, 3, 4)).keySet().iterator();

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
