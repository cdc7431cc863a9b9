import java.util.ArrayList;
import java.util.List;

/** 3.2: set against set of one element. */
class RaceArrayListSameElement {
  private static final List<Integer> list = new ArrayList<>(List.of(1, 2, 3));

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              list.set(0, 4); // RACE ArrayList
            });
    Thread second =
        new Thread(
            () -> {
              list.set(0, 5); // RACE ArrayList
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
