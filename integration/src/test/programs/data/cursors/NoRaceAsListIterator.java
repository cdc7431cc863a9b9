import java.util.Arrays;
import java.util.Iterator;

/** 3.3: an iterator used under a lock. */
class NoRaceAsListIterator {
  private static final Iterator<Integer> iterator = Arrays.asList(1, 2, 3).iterator();

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
