import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** 3.3: an iterator is for one thread at a time. */
class RaceCopyOnWriteIterator {
  private static final Iterator<Integer> iterator =
      new CopyOnWriteArrayList<>(List.of(1, 2, 3)).iterator();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              iterator.next(); // RACE CopyOnWriteArrayList$COWIterator
            });
    Thread second =
        new Thread(
            () -> {
              iterator.next(); // RACE CopyOnWriteArrayList$COWIterator
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
