import java.util.HashSet;
import java.util.Set;

/** 3.2: a set is one location; two adds that succeed. */
class RaceHashSet {
  private static final Set<String> set = new HashSet<>();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              set.add("x"); // RACE HashSet
            });
    Thread second =
        new Thread(
            () -> {
              set.add("y"); // RACE HashSet
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
