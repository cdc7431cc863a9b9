import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** 3.3: an iterator is for one thread at a time. */
class RaceUnmodifiableIterator {
  private static final Iterator<Integer> iterator =
      Collections.unmodifiableList(new ArrayList<>(List.of(1, 2, 3))).iterator();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              iterator.next(); // RACE Collections$UnmodifiableCollection$1
            });
    Thread second =
        new Thread(
            () -> {
              iterator.next(); // RACE Collections$UnmodifiableCollection$1
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
