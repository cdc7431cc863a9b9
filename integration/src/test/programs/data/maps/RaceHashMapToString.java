import java.util.HashMap;
import java.util.Map;

/** 3.2: so does toString, through views and iterators. */
class RaceHashMapToString {
  private static final Map<String, Integer> map = new HashMap<>();

  public static void main(String[] args) throws Exception {
    map.put("a", 1);
    map.put("b", 2);
    Thread first =
        new Thread(
            () -> {
              map.clear(); // RACE HashMap
            });
    Thread second =
        new Thread(
            () -> {
              String.valueOf(map); // RACE HashMap
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
