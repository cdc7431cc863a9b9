import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;

/** 3.3: a spliterator has a cursor. */
class RaceSpliterator {
  private static final Spliterator<Integer> parts = new ArrayList<>(List.of(1, 2)).spliterator();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              parts.tryAdvance(x -> {}); // RACE ArrayList$ArrayListSpliterator
            });
    Thread second =
        new Thread(
            () -> {
              parts.trySplit(); // RACE ArrayList$ArrayListSpliterator
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
