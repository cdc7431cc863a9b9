import java.util.Map;
import java.util.WeakHashMap;

/** 3.2: each method of a weak map may drop entries first. */
class RaceWeakHashMap {
  private static final Map<String, Integer> map = new WeakHashMap<>();

  public static void main(String[] args) throws Exception {
    map.put("a", 1);
    Thread first =
        new Thread(
            () -> {
              map.get("a"); // RACE WeakHashMap
            });
    Thread second =
        new Thread(
            () -> {
              map.get("b"); // RACE WeakHashMap
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
