import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;

/** 3.3: cleared and filled again between two steps of an iterator, in an order that both see. */
class NoRaceRefilledBetweenSteps {
  private static final List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
  private static volatile boolean released;
  private static volatile boolean refilled;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              Iterator<Integer> steps = list.iterator();
              steps.next();
              released = true;
              while (!refilled) {
                Thread.onSpinWait();
              }
              try {
                steps.next();
                throw new AssertionError();
              } catch (ConcurrentModificationException expected) {
                // What an iterator promises where it can.
              }
            });
    Thread second =
        new Thread(
            () -> {
              while (!released) {
                Thread.onSpinWait();
              }
              list.clear();
              list.add(5);
              list.add(6);
              list.add(7);
              refilled = true;
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
