import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** CHM-1: two that got one value are not ordered. */
class RaceMapGetThenWrite {
  static final Map<String, int[]> MAP = new ConcurrentHashMap<>();

  static void work() {
    MAP.get("k")[0]++; // RACE int[]
  }

  public static void main(String[] args) throws Exception {
    MAP.put("k", new int[1]);
    Thread first =
        new Thread(
            () -> {
              work();
            });
    Thread second =
        new Thread(
            () -> {
              work();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
