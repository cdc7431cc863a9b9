import java.util.HashMap;
import java.util.Map;

/** One lock on both sides. */
class NoRaceHashMapUnderLock {
  private static final Map<String, Integer> map = new HashMap<>();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              synchronized (map) {
              map.put("x", 1);
              }
            });
    Thread second =
        new Thread(
            () -> {
              synchronized (map) {
              map.get("x");
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
