import java.util.Arrays;
import java.util.List;

/** 3.3: another element. */
class NoRaceAsList {
  private static final String[] array = {"a", "b"};
  private static final List<String> list = Arrays.asList(array);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              list.set(0, "c");
            });
    Thread second =
        new Thread(
            () -> {
              array[1] = "d";
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
