import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** D5: put and get of a ConcurrentSkipListMap. */
class NoRaceSkipListMap {
  static final Map<String, int[]> MAP = new ConcurrentSkipListMap<>();

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
