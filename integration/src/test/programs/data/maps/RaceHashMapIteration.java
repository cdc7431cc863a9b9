import java.util.HashMap;
import java.util.Map;

/** 3.3: the iterator reads the structure of the map. */
class RaceHashMapIteration {
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
              try {
                for (String key : map.keySet()) { // RACE HashMap
                  key.length();
                }
              } catch (java.util.ConcurrentModificationException possible) {
                // So it may end: the race is there all the same.
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
