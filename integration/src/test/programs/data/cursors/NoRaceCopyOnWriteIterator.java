import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** 3.3: an iterator used under a lock. */
class NoRaceCopyOnWriteIterator {
  private static final Iterator<Integer> iterator =
      new CopyOnWriteArrayList<>(List.of(1, 2, 3)).iterator();

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
