/** MON-4: leaving an inner block on the same monitor does not unlock it. */
class NoRaceReentrant {
  static final Object M = new Object();
  static int x;

  static void inc() {
    synchronized (M) {
      synchronized (M) {
        x++;
      }
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
    if (x != 4) {
      throw new AssertionError(x);
    }
  }
}
