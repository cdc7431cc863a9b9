import java.util.Iterator;
import java.util.List;

/** 3.3: an iterator is for one thread at a time. */
class RaceImmutableListIterator {
  private static final Iterator<Integer> iterator = List.of(1, 2, 3).iterator();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              iterator.next(); // RACE ImmutableCollections$ListItr
            });
    Thread second =
        new Thread(
            () -> {
              iterator.next(); // RACE ImmutableCollections$ListItr
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
