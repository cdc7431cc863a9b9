import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** CHM-1, CHM-2: get that returns a value is ordered after its put. */
class NoRaceMapPutGet {
  static final Map<String, int[]> MAP = new ConcurrentHashMap<>();

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              int[] cells;
              while ((cells = MAP.get("k")) == null) {
                Thread.onSpinWait();
              }
              if (cells[0] != 1) {
                throw new AssertionError();
              }
            });
    reader.start();
    int[] cells = {0};
    cells[0] = 1;
    MAP.put("k", cells);
    reader.join();
  }
}
