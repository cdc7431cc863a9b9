import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/** 3.2: under synchronizedMap. */
class NoRaceWeakHashMapSynchronized {
  private static final Map<String, Integer> map = Collections.synchronizedMap(new WeakHashMap<>());

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              map.get("a");
            });
    Thread second =
        new Thread(
            () -> {
              map.put("b", 1);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
