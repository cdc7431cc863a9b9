import java.util.ArrayList;
import java.util.List;

/** 3.3: a sub-list is a view. */
class RaceSubList {
  private static final List<Integer> list = new ArrayList<>(List.of(1, 2, 3));

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              list.add(4); // RACE ArrayList
            });
    Thread second =
        new Thread(
            () -> {
              list.subList(0, 2).get(0); // RACE ArrayList
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
