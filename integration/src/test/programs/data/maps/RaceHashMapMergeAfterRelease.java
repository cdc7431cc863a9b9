import java.util.HashMap;
import java.util.Map;

/** 3.2: the value of a key, replaced once more after a release. */
class RaceHashMapMergeAfterRelease {
  private static final Map<String, Integer> map = new HashMap<>(Map.of("a", 1, "b", 2));
  private static volatile boolean released;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              map.merge("a", 1, Integer::sum);
              map.merge("a", 1, Integer::sum);
              released = true;
              map.merge("a", 1, Integer::sum); // RACE HashMap
            });
    Thread second =
        new Thread(
            () -> {
              while (!released) {
                Thread.onSpinWait();
              }
              map.merge("a", 1, Integer::sum); // RACE HashMap
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
