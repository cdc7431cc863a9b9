import java.util.concurrent.ConcurrentHashMap;

/** CHM-15: what comes after the clearing is not ordered before the next insertion. */
class RaceMapCleared {
  static final ConcurrentHashMap<String, String> MAP = new ConcurrentHashMap<>();
  
  static {
    MAP.put("key", "busy");
  }
  static int x;

  static void writer() {
    MAP.clear();
    x = 1; // RACE x
  }

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(RaceMapCleared::writer);
    t.start();
    while (MAP.putIfAbsent("key", "mine") != null) {
      Thread.onSpinWait();
    }
    int seen = x; // RACE x
    t.join();
  }
}
