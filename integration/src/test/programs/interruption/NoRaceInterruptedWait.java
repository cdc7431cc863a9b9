/** INT-1: an interrupted wait; the interrupter takes no monitor. */
class NoRaceInterruptedWait {
  static final Object M = new Object();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread t =
        new Thread(
            () -> {
              synchronized (M) {
                try {
                  while (true) {
                    M.wait();
                  }
                } catch (InterruptedException e) {
                  if (x != 1) {
                    throw new AssertionError(x);
                  }
                }
              }
            });
    t.start();
    x = 1;
    t.interrupt();
    t.join();
  }
}
