/** MON-5: a notified thread has locked the monitor again when wait returns. */
class NoRaceWaitNotify {
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
              if (x != 1) {
                throw new AssertionError(x);
              }
            });
    waiter.start();
    x = 1;
    synchronized (M) {
      ready = true;
      M.notify();
    }
    waiter.join();
  }
}
