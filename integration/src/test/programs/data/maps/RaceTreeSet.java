import java.util.Set;
import java.util.TreeSet;

/** 3.2: two adds that succeed. */
class RaceTreeSet {
  private static final Set<String> set = new TreeSet<>();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              set.add("x"); // RACE TreeSet
            });
    Thread second =
        new Thread(
            () -> {
              set.add("y"); // RACE TreeSet
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
