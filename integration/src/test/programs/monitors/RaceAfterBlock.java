/**
 * MON-1: both threads write after they have left the block; whoever was first in it wrote after his
 * unlock.
 */
class RaceAfterBlock {
  static final Object M = new Object();
  static int x;

  static void inc() {
    synchronized (M) {
      M.hashCode();
    }
    x++; // RACE x
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
