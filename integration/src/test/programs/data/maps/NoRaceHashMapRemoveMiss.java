import java.util.HashMap;
import java.util.Map;

/** 3.2: a removal that misses, and a put that is none, are reads. */
class NoRaceHashMapRemoveMiss {
  private static final Map<String, Integer> map = new HashMap<>();

  public static void main(String[] args) throws Exception {
    map.put("a", 1);
    map.put("b", 2);
    Thread first =
        new Thread(
            () -> {
              map.remove("c");
              map.putIfAbsent("a", 7);
              map.computeIfAbsent("b", k -> 8);
            });
    Thread second =
        new Thread(
            () -> {
              map.size();
              map.get("b");
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
