import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** 3.3: one list that nobody changes, an iterator for each thread. */
class NoRaceIteratorEach {
  private static final List<Integer> list = new ArrayList<>(List.of(1, 2, 3));

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              Iterator<Integer> iterator = list.iterator();
              Runnable all = () -> iterator.forEachRemaining(i -> {});
              iterator.next();
              all.run();
            });
    Thread second =
        new Thread(
            () -> {
              for (Iterator<Integer> iterator = list.iterator(); iterator.hasNext(); ) {
                iterator.next();
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
