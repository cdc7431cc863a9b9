import java.util.HashMap;
import java.util.Map;

/** 3.2: reads before a release, however many. */
class NoRaceHashMapReadAfterRelease {
  private static final Map<String, Integer> map = new HashMap<>(Map.of("a", 1, "b", 2));
  private static volatile boolean released;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              map.get("a");
              map.get("b");
              map.get("b");
              released = true;
            });
    Thread second =
        new Thread(
            () -> {
              while (!released) {
                Thread.onSpinWait();
              }
              map.put("c", 3);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
