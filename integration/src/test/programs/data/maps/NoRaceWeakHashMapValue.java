import java.util.Map;
import java.util.WeakHashMap;

/** 3.2: the values of different keys that stay. */
class NoRaceWeakHashMapValue {
  private static final Map<String, Integer> map = new WeakHashMap<>(Map.of("a", 1, "b", 1));

  public static void main(String[] args) throws Exception {
    map.put("a", 3);
    Thread first =
        new Thread(
            () -> {
              map.put("a", 2);
            });
    Thread second =
        new Thread(
            () -> {
              map.get("b");
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
