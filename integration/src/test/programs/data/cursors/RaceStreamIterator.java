import java.util.Iterator;
import java.util.stream.Stream;

/** 3.3: an iterator is for one thread at a time. */
class RaceStreamIterator {
  private static final Iterator<Integer> iterator = Stream.iterate(1, i -> i + 1).iterator();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              iterator.next(); // RACE Spliterators$1Adapter
            });
    Thread second =
        new Thread(
            () -> {
              iterator.next(); // RACE Spliterators$1Adapter
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
