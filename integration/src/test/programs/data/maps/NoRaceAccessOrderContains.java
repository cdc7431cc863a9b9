import java.util.LinkedHashMap;
import java.util.Map;

/** 3.2: containsKey does not move an entry. */
class NoRaceAccessOrderContains {
  private static final Map<String, Integer> map = new LinkedHashMap<>(16, 0.75f, true);

  public static void main(String[] args) throws Exception {
    map.put("a", 1);
    map.put("b", 2);
    Thread first =
        new Thread(
            () -> {
              map.containsKey("a");
            });
    Thread second =
        new Thread(
            () -> {
              map.containsKey("b");
              map.size();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
