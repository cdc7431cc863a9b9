import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** CHM-11: compute is atomic for each key. */
class NoRaceMapCompute {
  static final Map<String, int[]> MAP = new ConcurrentHashMap<>();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              for (int i = 0; i < 100; i++) {
                MAP.compute(
                    "k",
                    (k, v) -> {
                      int[] cells = v == null ? new int[1] : v;
                      cells[0]++;
                      return cells;
                    });
              }
            });
    Thread second =
        new Thread(
            () -> {
              for (int i = 0; i < 100; i++) {
                MAP.compute(
                    "k",
                    (k, v) -> {
                      int[] cells = v == null ? new int[1] : v;
                      cells[0]++;
                      return cells;
                    });
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
    if (MAP.get("k")[0] != 200) {
      throw new AssertionError();
    }
  }
}
