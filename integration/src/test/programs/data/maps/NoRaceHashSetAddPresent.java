import java.util.HashSet;
import java.util.Set;

/** 3.2: an add of what is there already is a read. */
class NoRaceHashSetAddPresent {
  private static final Set<String> set = new HashSet<>(Set.of("a", "b"));

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              set.add("a");
            });
    Thread second =
        new Thread(
            () -> {
              set.contains("b");
              set.iterator().next();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
