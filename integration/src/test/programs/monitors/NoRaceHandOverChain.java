/** MON-1: order is transitive over two monitors and three threads. */
class NoRaceHandOverChain {
  static final Object M = new Object();
  static final Object N = new Object();
  static int x;
  static boolean viaM;
  static boolean viaN;

  static boolean seenViaM() {
    synchronized (M) {
      return viaM;
    }
  }

  static boolean seenViaN() {
    synchronized (N) {
      return viaN;
    }
  }

  public static void main(String[] args) throws Exception {
    Thread middle =
        new Thread(
            () -> {
              while (!seenViaM()) {
                Thread.onSpinWait();
              }
              synchronized (N) {
                viaN = true;
              }
            });
    Thread last =
        new Thread(
            () -> {
              while (!seenViaN()) {
                Thread.onSpinWait();
              }
              if (x != 1) {
                throw new AssertionError(x);
              }
            });
    middle.start();
    last.start();
    x = 1;
    synchronized (M) {
      viaM = true;
    }
    middle.join();
    last.join();
  }
}
