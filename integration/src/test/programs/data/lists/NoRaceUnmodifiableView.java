import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** 3.3: both only read. */
class NoRaceUnmodifiableView {
  private static final List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
  private static final List<Integer> view = Collections.unmodifiableList(list);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              list.get(0);
            });
    Thread second =
        new Thread(
            () -> {
              view.get(0);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
