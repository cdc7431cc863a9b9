import java.util.Iterator;
import java.util.List;
import java.util.Vector;

/** 3.3, D7: an iterator of a vector locks the vector, and its cursor is changed under that lock. */
class NoRaceVectorIterator {
  private static final Iterator<Integer> iterator = new Vector<>(List.of(1, 2, 3)).iterator();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              iterator.next();
            });
    Thread second =
        new Thread(
            () -> {
              iterator.next();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
