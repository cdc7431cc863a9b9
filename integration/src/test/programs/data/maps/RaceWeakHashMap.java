import java.util.Map;
import java.util.WeakHashMap;

/** 3.2: as HashMap. */
class RaceWeakHashMap {
  private static final Map<String, Integer> map = new WeakHashMap<>();

  public static void main(String[] args) throws Exception {
    map.put("a", 1);
    Thread first =
        new Thread(
            () -> {
              map.put("c", 2); // RACE WeakHashMap
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
