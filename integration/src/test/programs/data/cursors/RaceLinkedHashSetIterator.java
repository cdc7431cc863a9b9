import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;

/** 3.3: an iterator is for one thread at a time. */
class RaceLinkedHashSetIterator {
  private static final Iterator<Integer> iterator =
      new LinkedHashSet<>(List.of(1, 2, 3)).iterator();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              iterator.next(); // RACE LinkedHashMap$LinkedKeyIterator
            });
    Thread second =
        new Thread(
            () -> {
              iterator.next(); // RACE LinkedHashMap$LinkedKeyIterator
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
