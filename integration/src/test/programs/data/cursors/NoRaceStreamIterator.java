import java.util.Iterator;
import java.util.stream.Stream;

/** 3.3: an iterator used under a lock. */
class NoRaceStreamIterator {
  private static final Iterator<Integer> iterator = Stream.iterate(1, i -> i + 1).iterator();

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
