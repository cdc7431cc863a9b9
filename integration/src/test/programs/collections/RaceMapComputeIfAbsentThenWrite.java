import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** CHM-10: only the function is inside of the atomic step, not what is done with the value. */
class RaceMapComputeIfAbsentThenWrite {
  static final Map<String, int[]> MAP = new ConcurrentHashMap<>();

  static void work() {
    int[] cells = MAP.computeIfAbsent("k", k -> new int[1]);
    cells[0]++; // RACE int[]
  }

  public static void main(String[] args) throws Exception {
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
