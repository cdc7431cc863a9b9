import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** SY-6: with the wrapper's lock it is. */
class NoRaceSynchronizedListIteration {
  private static final List<Integer> list = Collections.synchronizedList(new ArrayList<>(List.of(1, 2)));

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              list.add(4);
            });
    Thread second =
        new Thread(
            () -> {
              synchronized (list) {
                for (Integer i : list) {
                  i.intValue();
                }
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
