import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** CHM-21: operations on different keys are not ordered. */
class RaceMapOtherKey {
  static final Map<String, int[]> MAP = new ConcurrentHashMap<>();
  static int x;

  public static void main(String[] args) throws Exception {
    MAP.put("b", new int[1]);
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              MAP.put("a", new int[1]);
            });
    Thread second =
        new Thread(
            () -> {
              int[] got = MAP.get("b");
              int seen = x; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
