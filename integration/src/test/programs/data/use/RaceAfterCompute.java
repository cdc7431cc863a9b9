import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** CHM-10: the add is outside the atomic section. */
class RaceAfterCompute {
  private static final Map<String, List<Integer>> map = new ConcurrentHashMap<>();

  private static void add(int i) {
    map.computeIfAbsent("a", k -> new ArrayList<>()).add(i); // RACE ArrayList
  }

  public static void main(String[] args) throws Exception {
    Thread first = new Thread(() -> add(1));
    Thread second = new Thread(() -> add(2));
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
