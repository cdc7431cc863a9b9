import java.util.Arrays;
import java.util.List;

/** 3.3: the list is the array. */
class RaceAsList {
  private static final String[] array = {"a", "b"};
  private static final List<String> list = Arrays.asList(array);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              list.set(0, "c"); // RACE java.lang.String[]
            });
    Thread second =
        new Thread(
            () -> {
              array[0] = "d"; // RACE java.lang.String[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
