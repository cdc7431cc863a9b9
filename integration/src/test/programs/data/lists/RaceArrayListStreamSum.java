import java.util.ArrayList;
import java.util.List;

/** 3.3: a stream reads its list in the terminal operation. */
class RaceArrayListStreamSum {
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
              try {
                list.stream().mapToInt(i -> i).sum(); // RACE ArrayList
              } catch (java.util.ConcurrentModificationException possible) {
                // So it may end: the race is there all the same.
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
