/**
 * MON-5: notify itself orders nothing; a write after the block in which it was called is not
 * ordered.
 */
class RaceWriteAfterNotify {
  static final Object M = new Object();
  static boolean ready;
  static int x;

  public static void main(String[] args) throws Exception {
    Thread waiter =
        new Thread(
            () -> {
              synchronized (M) {
                try {
                  while (!ready) {
                    M.wait();
                  }
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
              }
              int seen = x; // RACE x
            });
    waiter.start();
    synchronized (M) {
      ready = true;
      M.notify();
    }
    x = 1; // RACE x
    waiter.join();
  }
}
