import java.util.ArrayList;
import java.util.List;

/** 3.5: toArray leaves the elements behind alone. */
class NoRaceToArray {
  private static final Integer[] array = new Integer[9];
  private static final List<Integer> list = new ArrayList<>(List.of(3, 1, 2));

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              list.toArray(array);
            });
    Thread second =
        new Thread(
            () -> {
              array[8] = 7;
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
