import java.util.LinkedHashMap;
import java.util.Map;

/** 3.2: in an access-ordered map a get is a modification: the broken cache. */
class RaceAccessOrder {
  private static final Map<String, Integer> map = new LinkedHashMap<>(16, 0.75f, true);

  public static void main(String[] args) throws Exception {
    map.put("a", 1);
    map.put("b", 2);
    Thread first =
        new Thread(
            () -> {
              map.get("a"); // RACE LinkedHashMap
            });
    Thread second =
        new Thread(
            () -> {
              map.get("b"); // RACE LinkedHashMap
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
