import java.util.Map;
import java.util.WeakHashMap;

/** 3.2: two readers, while no key goes away. */
class NoRaceWeakHashMap {
  private static final Map<String, Integer> map = new WeakHashMap<>();

  public static void main(String[] args) throws Exception {
    map.put("a", 1);
    Thread first =
        new Thread(
            () -> {
              map.get("a");
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
