import java.util.HashMap;
import java.util.Map;

/** 3.2: after a release, the value of another key. */
class NoRaceHashMapMergeAfterRelease {
  private static final Map<String, Integer> map = new HashMap<>(Map.of("a", 1, "b", 2));
  private static volatile boolean released;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              map.merge("a", 1, Integer::sum);
              map.merge("a", 1, Integer::sum);
              released = true;
              map.merge("b", 1, Integer::sum);
            });
    Thread second =
        new Thread(
            () -> {
              while (!released) {
                Thread.onSpinWait();
              }
              map.merge("a", 1, Integer::sum);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
