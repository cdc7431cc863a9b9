import java.util.HashMap;
import java.util.Map;

/** A6: a table that a static initialiser fills. */
class NoRaceStaticInitialiser {
  static final class Table {
    static final Map<String, Integer> MAP = new HashMap<>();

    static {
      for (int i = 0; i < 100; i++) {
        MAP.put("k" + i, i);
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Runnable work = () -> Table.MAP.get("k5");
    Thread first = new Thread(work);
    Thread second = new Thread(work);
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
