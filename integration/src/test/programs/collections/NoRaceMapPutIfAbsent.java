import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** CHM-4, CHM-5: who lost sees what the winner put. */
class NoRaceMapPutIfAbsent {
  static final Map<String, int[]> MAP = new ConcurrentHashMap<>();

  static void work(int me) {
    int[] mine = {0};
    mine[0] = me;
    int[] won = MAP.putIfAbsent("k", mine);
    if (won != null && won[0] == me) {
      throw new AssertionError();
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              work(1);
            });
    Thread second =
        new Thread(
            () -> {
              work(2);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
