import java.util.HashMap;
import java.util.Map;

/** Filled before the threads start, then only read. */
class NoRaceHashMapReadOnly {
  private static final Map<String, Integer> map = new HashMap<>();

  public static void main(String[] args) throws Exception {
    map.put("a", 1);
    map.put("b", 2);
    Thread first =
        new Thread(
            () -> {
              map.get("a");
              map.forEach((k, v) -> k.length());
              map.entrySet().stream().count();
            });
    Thread second =
        new Thread(
            () -> {
              map.get("b");
              map.toString();
              map.values().iterator().next();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
