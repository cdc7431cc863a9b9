import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** CHM-19: a concurrent set. */
class NoRaceKeySet {
  static final Set<String> SET = ConcurrentHashMap.newKeySet();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              while (!SET.contains("k")) {
                Thread.onSpinWait();
              }
              if (x != 1) {
                throw new AssertionError(x);
              }
            });
    reader.start();
    x = 1;
    SET.add("k");
    reader.join();
  }
}
