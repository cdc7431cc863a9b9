import java.util.HashMap;
import java.util.Map;

/** 3.2: the value of one key, replaced by two threads. */
class RaceHashMapValue {
  private static final Map<String, Integer> map = new HashMap<>();

  public static void main(String[] args) throws Exception {
    map.put("a", 1);
    map.put("b", 2);
    Thread first =
        new Thread(
            () -> {
              map.put("a", 3); // RACE HashMap
            });
    Thread second =
        new Thread(
            () -> {
              map.merge("a", 4, Integer::sum); // RACE HashMap
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
