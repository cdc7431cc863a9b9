import java.util.HashMap;
import java.util.Map;

/** 3.2: a removal that hits changes the structure. */
class RaceHashMapRemove {
  private static final Map<String, Integer> map = new HashMap<>();

  public static void main(String[] args) throws Exception {
    map.put("a", 1);
    map.put("b", 2);
    Thread first =
        new Thread(
            () -> {
              map.remove("a"); // RACE HashMap
            });
    Thread second =
        new Thread(
            () -> {
              map.size(); // RACE HashMap
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
