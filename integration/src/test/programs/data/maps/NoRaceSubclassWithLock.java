import java.util.HashMap;

/** A subclass that locks is seen inside its lock. */
class NoRaceSubclassWithLock {
  private static final Locked map = new Locked();

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              map.put("x", 1);
            });
    Thread second =
        new Thread(
            () -> {
              map.put("y", 1);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }

  static class Locked extends HashMap<String, Integer> {
    @Override
    public synchronized Integer put(String key, Integer value) {
      return super.put(key, value);
    }
  }
}
