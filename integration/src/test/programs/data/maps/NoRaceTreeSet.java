import java.util.Set;
import java.util.TreeSet;

/** 3.2: two readers. */
class NoRaceTreeSet {
  private static final Set<String> set = new TreeSet<>(Set.of("a"));

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              set.contains("a");
            });
    Thread second =
        new Thread(
            () -> {
              set.add("a");
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
