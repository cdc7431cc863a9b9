import java.util.HashMap;
import java.util.Map;

/** 3.2: what is read once more after a release is not ordered by it. */
class RaceHashMapReadAfterRelease {
  private static final Map<String, Integer> map = new HashMap<>(Map.of("a", 1, "b", 2));
  private static volatile boolean released;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              map.get("a");
              map.get("b");
              released = true;
              map.get("b"); // RACE HashMap
            });
    Thread second =
        new Thread(
            () -> {
              while (!released) {
                Thread.onSpinWait();
              }
              map.put("c", 3); // RACE HashMap
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
