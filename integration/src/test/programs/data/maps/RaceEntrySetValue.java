import java.util.HashMap;
import java.util.Map;

/** 3.3: setValue against setValue of the same entry. */
class RaceEntrySetValue {
  private static final Map<String, Integer> map = new HashMap<>();

  public static void main(String[] args) throws Exception {
    map.put("a", 1);
    Thread first =
        new Thread(
            () -> {
              map.entrySet().iterator().next().setValue(3); // RACE HashMap
            });
    Thread second =
        new Thread(
            () -> {
              map.entrySet().iterator().next().setValue(4); // RACE HashMap
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
