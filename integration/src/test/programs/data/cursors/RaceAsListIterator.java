import java.util.Arrays;
import java.util.Iterator;

/** 3.3: an iterator is for one thread at a time. */
class RaceAsListIterator {
  private static final Iterator<Integer> iterator = Arrays.asList(1, 2, 3).iterator();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              iterator.next(); // RACE Arrays$ArrayItr
            });
    Thread second =
        new Thread(
            () -> {
              iterator.next(); // RACE Arrays$ArrayItr
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
