import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** CHM-11: merge is atomic for each key. */
class NoRaceMapMerge {
  static final Map<String, int[]> MAP = new ConcurrentHashMap<>();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              for (int i = 0; i < 100; i++) {
                MAP.merge(
                    "k",
                    new int[] {1},
                    (a, b) -> {
                      a[0] += b[0];
                      return a;
                    });
              }
            });
    Thread second =
        new Thread(
            () -> {
              for (int i = 0; i < 100; i++) {
                MAP.merge(
                    "k",
                    new int[] {1},
                    (a, b) -> {
                      a[0] += b[0];
                      return a;
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
