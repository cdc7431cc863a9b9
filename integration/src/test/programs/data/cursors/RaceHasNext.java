import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** 3.3: whether there is a next element depends on the cursor. */
class RaceHasNext {
  private static final Iterator<Integer> iterator = new ArrayList<>(List.of(1, 2)).iterator();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              iterator.next(); // RACE ArrayList$Itr
            });
    Thread second =
        new Thread(
            () -> {
              iterator.hasNext(); // RACE ArrayList$Itr
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
