// JDK 21+

/** MON-1: two virtual threads with a monitor each. */
class RaceVirtualThreads {
  static int x;

  static void inc() {
    synchronized (new Object()) {
      x++; // RACE x
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first = Thread.startVirtualThread(() -> inc());
    Thread second = Thread.startVirtualThread(() -> inc());
    first.join();
    second.join();
  }
}
