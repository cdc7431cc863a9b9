import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;

/** 3.3: a list is cleared and filled again between two steps of an iterator. */
class RaceRefilledBetweenSteps {
  private static final List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
  private static volatile boolean released;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              Iterator<Integer> steps = list.iterator();
              steps.next();
              steps.next();
              released = true;
              try {
                steps.next(); // RACE ArrayList
              } catch (ConcurrentModificationException possible) {
                // So it may end: the race is there all the same.
              }
            });
    Thread second =
        new Thread(
            () -> {
              while (!released) {
                Thread.onSpinWait();
              }
              list.clear(); // RACE ArrayList
              list.add(5); // RACE ArrayList
              list.add(6); // RACE ArrayList
              list.add(7); // RACE ArrayList
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
