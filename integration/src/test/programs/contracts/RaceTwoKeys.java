import java.util.concurrent.ConcurrentHashMap;

/** CHM-21: operations on different keys order nothing. */
class RaceTwoKeys {
  static final ConcurrentHashMap<Thread, String> MAP = new ConcurrentHashMap<>();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              MAP.put(Thread.currentThread(), "x");
            });
    Thread second =
        new Thread(
            () -> {
              MAP.put(Thread.currentThread(), "x");
              x = 2; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
