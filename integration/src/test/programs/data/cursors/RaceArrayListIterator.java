import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** 3.3: an iterator is for one thread at a time. */
class RaceArrayListIterator {
  private static final Iterator<Integer> iterator = new ArrayList<>(List.of(1, 2, 3, 4)).iterator();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              iterator.next(); // RACE ArrayList$Itr
            });
    Thread second =
        new Thread(
            () -> {
              iterator.next(); // RACE ArrayList$Itr
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
