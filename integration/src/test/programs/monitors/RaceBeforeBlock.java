/**
 * MON-1: both threads write before they take the monitor; whoever is second wrote before his lock.
 */
class RaceBeforeBlock {
  static final Object M = new Object();
  static int x;

  static void inc() {
    x++; // RACE x
    synchronized (M) {
      M.hashCode();
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
