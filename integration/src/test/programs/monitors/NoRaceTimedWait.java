/** MON-5: wait that returns because its time is up has locked the monitor again as well. */
class NoRaceTimedWait {
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
                    M.wait(1);
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
    Thread.sleep(20);
    x = 1;
    synchronized (M) {
      ready = true;
    }
    waiter.join();
  }
}
