/**
 * MON-1: an exception of a callee (here of the VM itself) passes through a synchronized block and
 * unlocks it.
 */
class NoRaceCalleeThrows {
  static final Object M = new Object();
  static int x;
  static int[] none;

  static void inc() {
    try {
      synchronized (M) {
        x++;
        none[0] = 1;
      }
    } catch (NullPointerException e) { // as intended
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
    if (x != 2) {
      throw new AssertionError(x);
    }
  }
}
