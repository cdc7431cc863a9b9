import java.util.concurrent.ConcurrentHashMap;

/** CHM-15: whoever finds a key absent that another thread has cleared away comes after it. */
class NoRaceMapCleared {
  static final ConcurrentHashMap<String, String> MAP = new ConcurrentHashMap<>();
  
  static {
    MAP.put("key", "busy");
  }
  static int x;

  static void writer() {
    x = 1;
    MAP.clear();
  }

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(NoRaceMapCleared::writer);
    t.start();
    while (MAP.putIfAbsent("key", "mine") != null) {
      Thread.onSpinWait();
    }
    int seen = x;
    t.join();
    if (seen != 1) {
      throw new AssertionError(seen);
    }
  }
}
