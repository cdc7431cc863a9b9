// JDK 21+

/** MON-5: wait and notify between virtual threads. */
class NoRaceVirtualWaitNotify {
  static final Object M = new Object();
  static boolean ready;
  static int x;

  public static void main(String[] args) throws Exception {
    Thread waiter =
        Thread.startVirtualThread(
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
    Thread notifier =
        Thread.startVirtualThread(
            () -> {
              x = 1;
              synchronized (M) {
                ready = true;
                M.notifyAll();
              }
            });
    waiter.join();
    notifier.join();
  }
}
