// JDK 21+

/** MON-1: monitors order virtual threads as they order platform threads. */
class NoRaceVirtualThreads {
  static final Object M = new Object();
  static int x;

  static void inc() {
    for (int i = 0; i < 100; i++) {
      synchronized (M) {
        x++;
      }
      Thread.yield();
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first = Thread.startVirtualThread(() -> inc());
    Thread second = Thread.startVirtualThread(() -> inc());
    first.join();
    second.join();
    if (x != 200) {
      throw new AssertionError(x);
    }
  }
}
