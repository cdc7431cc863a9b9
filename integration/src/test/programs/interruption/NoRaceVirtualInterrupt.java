// JDK 21+

/** INT-1, INT-2: interrupts of virtual threads. */
class NoRaceVirtualInterrupt {
  static int x;
  static int y;

  public static void main(String[] args) throws Exception {
    Thread t =
        Thread.startVirtualThread(
            () -> {
              try {
                Thread.sleep(60_000);
              } catch (InterruptedException e) {
                if (x != 1) {
                  throw new AssertionError(x);
                }
              }
            });
    x = 1;
    t.interrupt();
    t.join();
    Thread u =
        Thread.startVirtualThread(
            () -> {
              while (!Thread.interrupted()) {
                Thread.yield();
              }
              if (y != 1) {
                throw new AssertionError(y);
              }
            });
    y = 1;
    u.interrupt();
    u.join();
  }
}
