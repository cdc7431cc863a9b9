import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** D7: the wrapper locks. */
class NoRaceSynchronizedList {
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
              list.size();
              list.get(0);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
