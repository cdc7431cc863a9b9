/** MON-1: an array has a monitor like every object, and guards its own elements. */
class NoRaceMonitorOfArray {
  static final int[] CELLS = new int[1];

  static void inc() {
    synchronized (CELLS) {
      CELLS[0]++;
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
    if (CELLS[0] != 2) {
      throw new AssertionError(CELLS[0]);
    }
  }
}
