import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;

/** 3.3: the parts of a spliterator, each in one thread. */
class NoRaceSpliterator {
  private static final Spliterator<Integer> high = new ArrayList<>(List.of(1, 2)).spliterator();
  private static final Spliterator<Integer> low = high.trySplit();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              low.forEachRemaining(x -> {});
            });
    Thread second =
        new Thread(
            () -> {
              high.forEachRemaining(x -> {});
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
