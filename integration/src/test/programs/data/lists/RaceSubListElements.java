import java.util.ArrayList;
import java.util.List;

/** 3.3: a part of a list reads the elements of the list. */
class RaceSubListElements {
  private static final List<Integer> list = new ArrayList<>(List.of(3, 1, 2));

  public static void main(String[] args) throws Exception {
    list.set(2, 5);
    Thread first =
        new Thread(
            () -> {
              list.set(2, 4); // RACE ArrayList
            });
    Thread second =
        new Thread(
            () -> {
              list.subList(1, 3).forEach(x -> {}); // RACE ArrayList
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
