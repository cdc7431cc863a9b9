import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** 3.3: two threads that only look. */
class NoRaceHasNext {
  private static final Iterator<Integer> iterator = new ArrayList<>(List.of(1, 2)).iterator();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              iterator.hasNext();
            });
    Thread second =
        new Thread(
            () -> {
              iterator.hasNext();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
