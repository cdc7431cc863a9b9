/** MON-1: an exception that leaves a synchronized block unlocks it. */
class NoRaceThrowOutOfBlock {
  static final Object M = new Object();
  static int x;

  static void inc() {
    synchronized (M) {
      x++;
      throw new IllegalStateException();
    }
  }

  static void tryInc() {
    try {
      inc();
    } catch (IllegalStateException e) { // as intended
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              tryInc();
            });
    Thread second =
        new Thread(
            () -> {
              tryInc();
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
