import java.util.ArrayList;
import java.util.List;

/** 3.2: an element that is replaced after it was read. */
class RaceArrayListGetThenSet {
  private static final List<Integer> list = new ArrayList<>(List.of(3, 1, 2));

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              list.get(1); // RACE ArrayList
            });
    Thread second =
        new Thread(
            () -> {
              list.set(1, 4); // RACE ArrayList
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
