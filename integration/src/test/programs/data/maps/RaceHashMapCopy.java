import java.util.HashMap;
import java.util.Map;

/** 3.5: a copy constructor reads the map that it is given. */
class RaceHashMapCopy {
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
              new HashMap<>(map); // RACE HashMap
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
