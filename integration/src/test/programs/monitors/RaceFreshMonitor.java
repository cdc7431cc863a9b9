/** MON-1: the monitor of an object that nobody else has excludes nobody. */
class RaceFreshMonitor {
  static int x;

  static void inc() {
    synchronized (new Object()) {
      x++; // RACE x
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              inc();
            });
    Thread second =
        new Thread(
            () -> {
              inc();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
