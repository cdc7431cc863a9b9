import java.util.HashMap;
import java.util.Map;

/** 3.2: a value that is replaced after it was read. */
class RaceHashMapGetThenPut {
  private static final Map<String, Integer> map = new HashMap<>(Map.of("a", 1));

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              map.get("a"); // RACE HashMap
            });
    Thread second =
        new Thread(
            () -> {
              map.put("a", 2); // RACE HashMap
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
