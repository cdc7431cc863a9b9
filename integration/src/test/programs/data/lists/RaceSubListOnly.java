import java.util.ArrayList;
import java.util.List;

/** 3.3: a part of a list that nobody else has. */
class RaceSubListOnly {
  private static final List<Integer> part = new ArrayList<>(List.of(3, 1, 2)).subList(0, 2);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              part.add(4); // RACE ArrayList
            });
    Thread second =
        new Thread(
            () -> {
              part.get(0); // RACE ArrayList
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
