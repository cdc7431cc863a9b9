import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** CHM-1: two retrievals of one key do not order each other. */
class RaceTwoReaders {
  static final ConcurrentHashMap<String, String> MAP = new ConcurrentHashMap<>(Map.of("k", "v"));
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              MAP.get("k");
            });
    Thread second =
        new Thread(
            () -> {
              MAP.get("k");
              x = 2; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
