import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** CHM-11: what a compute callback does to a value is a critical section of the key. */
class NoRaceComputeCallback {
  private static final Map<String, List<Integer>> map = new ConcurrentHashMap<>();

  private static void add(int i) {
    map.compute(
        "a",
        (k, old) -> {
          List<Integer> list = old == null ? new ArrayList<>() : old;
          list.add(i);
          return list;
        });
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
