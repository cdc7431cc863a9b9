import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** 3.5: sorting modifies the list. */
class RaceArrayListSorted {
  private static final List<Integer> list = new ArrayList<>(List.of(1, 2, 3));

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              try {
                Collections.sort(list); // RACE ArrayList
              } catch (java.util.ConcurrentModificationException possible) {
                // So it may end: the race is there all the same.
              }
            });
    Thread second =
        new Thread(
            () -> {
              list.get(1); // RACE ArrayList
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
