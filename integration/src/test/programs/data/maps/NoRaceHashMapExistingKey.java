import java.util.HashMap;
import java.util.Map;

/** 3.2: a new value for a key is no structural modification: other keys may be read. */
class NoRaceHashMapExistingKey {
  private static final Map<String, Integer> map = new HashMap<>();

  public static void main(String[] args) throws Exception {
    map.put("a", 1);
    map.put("b", 2);
    Thread first =
        new Thread(
            () -> {
              map.put("a", 3);
            });
    Thread second =
        new Thread(
            () -> {
              map.get("b");
              map.containsKey("a");
              map.size();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
