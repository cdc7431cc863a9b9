import java.util.ArrayList;
import java.util.List;

/** 3.5: toArray writes to the array that it is given. */
class RaceToArray {
  private static final Integer[] array = new Integer[3];
  private static final List<Integer> list = new ArrayList<>(List.of(3, 1, 2));

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              list.toArray(array); // RACE Integer[]
            });
    Thread second =
        new Thread(
            () -> {
              array[0] = 7; // RACE Integer[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
