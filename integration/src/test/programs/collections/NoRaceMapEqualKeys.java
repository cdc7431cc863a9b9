import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** CHM-1: keys are compared by equals. */
class NoRaceMapEqualKeys {
  static final Map<List<Integer>, int[]> MAP = new ConcurrentHashMap<>();

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              int[] cells;
              while ((cells = MAP.get(List.of(1, 2))) == null) {
                Thread.onSpinWait();
              }
              if (cells[0] != 1) {
                throw new AssertionError();
              }
            });
    reader.start();
    int[] cells = {0};
    cells[0] = 1;
    MAP.put(Arrays.asList(1, 2), cells);
    reader.join();
  }
}
