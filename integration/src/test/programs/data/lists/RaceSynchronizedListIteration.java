import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** SY-6: iteration over the wrapper is not locked. */
class RaceSynchronizedListIteration {
  private static final List<Integer> list = Collections.synchronizedList(new ArrayList<>(List.of(1, 2)));

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
                for (Integer i : list) { // RACE ArrayList
                  i.intValue();
                }
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
