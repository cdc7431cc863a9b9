import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** 3.3: an iterator used under a lock. */
class NoRaceArrayListIterator {
  private static final Iterator<Integer> iterator = new ArrayList<>(List.of(1, 2, 3, 4)).iterator();

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
