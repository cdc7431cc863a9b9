import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;

/** 3.3: an iterator is for one thread at a time. */
class RaceLinkedListIterator {
  private static final Iterator<Integer> iterator = new LinkedList<>(List.of(1, 2, 3, 4)).iterator();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              iterator.next(); // RACE LinkedList$ListItr
            });
    Thread second =
        new Thread(
            () -> {
              iterator.next(); // RACE LinkedList$ListItr
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
