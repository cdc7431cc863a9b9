import java.util.concurrent.ConcurrentSkipListMap;

/** D5: what comes after the clearing is not ordered before the next insertion. */
class RaceSkipListCleared {
  static final ConcurrentSkipListMap<String, String> MAP = new ConcurrentSkipListMap<>();
  
  static {
    MAP.put("key", "busy");
  }
  static int x;

  static void writer() {
    MAP.clear();
    x = 1; // RACE x
  }

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(RaceSkipListCleared::writer);
    t.start();
    while (MAP.putIfAbsent("key", "mine") != null) {
      Thread.onSpinWait();
    }
    int seen = x; // RACE x
    t.join();
  }
}
