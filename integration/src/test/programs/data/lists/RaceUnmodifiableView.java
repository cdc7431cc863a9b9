import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** 3.3: an unmodifiable view does not protect against its owner. */
class RaceUnmodifiableView {
  private static final List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
  private static final List<Integer> view = Collections.unmodifiableList(list);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              list.add(4); // RACE ArrayList
            });
    Thread second =
        new Thread(
            () -> {
              view.size(); // RACE ArrayList
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
