import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;

/** 3.3: an iterator is for one thread at a time. */
class RaceArrayDequeIterator {
  private static final Iterator<Integer> iterator = new ArrayDeque<>(List.of(1, 2, 3)).iterator();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              iterator.next(); // RACE ArrayDeque$DeqIterator
            });
    Thread second =
        new Thread(
            () -> {
              iterator.next(); // RACE ArrayDeque$DeqIterator
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
