import java.util.HashMap;
import java.util.Map;

/** Two threads, two locks, one map. */
class RaceHashMapUnderTwoLocks {
  private static final Map<String, Integer> map = new HashMap<>();
  private static final Object ONE = new Object();
  private static final Object TWO = new Object();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              synchronized (ONE) {
              map.put("x", 1); // RACE HashMap
              }
            });
    Thread second =
        new Thread(
            () -> {
              synchronized (TWO) {
              map.put("y", 1); // RACE HashMap
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
