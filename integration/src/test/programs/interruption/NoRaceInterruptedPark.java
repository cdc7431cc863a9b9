/**
 * INT-2: park that returns by an interrupt orders nothing by itself, but asking for the status
 * does.
 */
class NoRaceInterruptedPark {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread t =
        new Thread(
            () -> {
              while (!Thread.interrupted()) {
                java.util.concurrent.locks.LockSupport.park();
              }
              if (x != 1) {
                throw new AssertionError(x);
              }
            });
    t.start();
    x = 1;
    t.interrupt();
    t.join();
  }
}
