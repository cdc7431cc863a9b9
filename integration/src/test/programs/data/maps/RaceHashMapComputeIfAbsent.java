import java.util.HashMap;
import java.util.Map;

/** 3.2: computeIfAbsent on a missing key changes the structure. */
class RaceHashMapComputeIfAbsent {
  private static final Map<String, Integer> map = new HashMap<>();

  public static void main(String[] args) throws Exception {
    map.put("a", 1);
    map.put("b", 2);
    Thread first =
        new Thread(
            () -> {
              map.computeIfAbsent("x", k -> 1); // RACE HashMap
            });
    Thread second =
        new Thread(
            () -> {
              map.computeIfAbsent("y", k -> 2); // RACE HashMap
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
