import java.util.HashMap;
import java.util.Map;

/** 3.2: a new key changes the structure, which a look-up of another key reads. */
class RaceHashMapNewKey {
  private static final Map<String, Integer> map = new HashMap<>();

  public static void main(String[] args) throws Exception {
    map.put("a", 1);
    map.put("b", 2);
    Thread first =
        new Thread(
            () -> {
              map.put("new", 1); // RACE HashMap
            });
    Thread second =
        new Thread(
            () -> {
              map.get("b"); // RACE HashMap
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
