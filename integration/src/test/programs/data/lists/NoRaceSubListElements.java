import java.util.ArrayList;
import java.util.List;

/** 3.3: parts of a list that do not overlap. */
class NoRaceSubListElements {
  private static final List<Integer> list = new ArrayList<>(List.of(3, 1, 2));

  public static void main(String[] args) throws Exception {
    list.set(2, 5);
    Thread first =
        new Thread(
            () -> {
              list.subList(0, 1).replaceAll(x -> x + 1);
            });
    Thread second =
        new Thread(
            () -> {
              list.subList(1, 3).forEach(x -> {});
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
