import java.util.Map;
import java.util.WeakHashMap;

/** 3.2: the value of a key that stays. */
class RaceWeakHashMapValue {
  private static final Map<String, Integer> map = new WeakHashMap<>(Map.of("a", 1));

  public static void main(String[] args) throws Exception {
    map.put("a", 3);
    Thread first =
        new Thread(
            () -> {
              map.put("a", 2); // RACE WeakHashMap
            });
    Thread second =
        new Thread(
            () -> {
              map.get("a"); // RACE WeakHashMap
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
