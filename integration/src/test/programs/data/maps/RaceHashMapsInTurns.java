import java.util.HashMap;
import java.util.Map;

/** 3.2: two maps read in turns; of one of them the value of that key is replaced. */
class RaceHashMapsInTurns {
  private static final Map<String, Integer> map = new HashMap<>(Map.of("a", 1, "b", 1));
  private static final Map<String, Integer> other = new HashMap<>(Map.of("a", 1, "b", 1));

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              int sum = 0;
              for (int i = 0; i < 1_000; i++) {
                sum += map.get("a");
                sum += other.get("a"); // RACE HashMap
              }
              if (sum < 2_000) {
                throw new AssertionError();
              }
            });
    Thread second =
        new Thread(
            () -> {
              other.put("a", 2); // RACE HashMap
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
