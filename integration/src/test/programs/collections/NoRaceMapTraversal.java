import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** CHM-16: a traversal sees each value in full. */
class NoRaceMapTraversal {
  static final Map<String, int[]> MAP = new ConcurrentHashMap<>();

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              int sum;
              do {
                sum = 0;
                for (int[] cells : MAP.values()) {
                  sum += cells[0];
                }
              } while (sum < 5);
            });
    reader.start();
    for (int i = 0; i < 5; i++) {
      int[] cells = {0};
      cells[0] = 1;
      MAP.put("k" + i, cells);
    }
    reader.join();
  }
}
