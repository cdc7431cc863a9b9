import java.util.ArrayList;
import java.util.List;

/** 3.2: forEach against add. */
class RaceArrayListForEach {
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
                list.forEach(i -> i.intValue()); // RACE ArrayList
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
