/** MON-1: blocks on one monitor exclude and order each other. */
class NoRaceBlock {
  static final Object M = new Object();
  static int x;

  static void inc() {
    synchronized (M) {
      x++;
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
