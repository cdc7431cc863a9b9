import java.util.LinkedHashMap;
import java.util.Map;

/** A subclass of the application behaves like its parent. */
class RaceSubclassedCache {
  private static final Cache map = new Cache();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              map.put("x", 1); // RACE Cache
            });
    Thread second =
        new Thread(
            () -> {
              map.put("y", 1); // RACE Cache
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }

  static class Cache extends LinkedHashMap<String, Integer> {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
      return size() > 10;
    }
  }
}
