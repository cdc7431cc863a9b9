import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** CHM-6: who removes a value has it for himself. */
class NoRaceMapRemove {
  static final Map<String, int[]> MAP = new ConcurrentHashMap<>();

  public static void main(String[] args) throws Exception {
    Thread remover =
        new Thread(
            () -> {
              int[] cells;
              while ((cells = MAP.remove("k")) == null) {
                Thread.onSpinWait();
              }
              cells[0]++;
            });
    remover.start();
    int[] cells = {0};
    cells[0] = 1;
    MAP.put("k", cells);
    remover.join();
  }
}
