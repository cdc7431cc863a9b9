import java.util.HashSet;
import java.util.Set;

/** 3.3: iterating against adding. */
class RaceHashSetIteration {
  private static final Set<String> set = new HashSet<>(Set.of("a", "b"));

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              set.add("x"); // RACE HashSet
            });
    Thread second =
        new Thread(
            () -> {
              try {
                for (String s : set) { // RACE HashSet
                  s.length();
                }
              } catch (java.util.ConcurrentModificationException possible) {
                // So it may end: the race is there all the same.
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
