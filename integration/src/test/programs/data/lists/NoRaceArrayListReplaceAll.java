import java.util.ArrayList;
import java.util.List;

/** 3.2: replaced elements are no structural modification. */
class NoRaceArrayListReplaceAll {
  private static final List<Integer> list = new ArrayList<>(List.of(1, 2, 3));

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              list.replaceAll(i -> i + 1);
            });
    Thread second =
        new Thread(
            () -> {
              list.size();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
