import java.util.concurrent.TimeUnit;

/** MON-5: TimeUnit.timedWait gives the monitor up as wait does, and has it again afterwards. */
class NoRaceTimeUnitWait {
  static final Object M = new Object();
  static boolean waiting;
  static boolean ready;
  static int x;

  public static void main(String[] args) throws Exception {
    Thread waiter =
        new Thread(
            () -> {
              synchronized (M) {
                waiting = true;
                try {
                  while (!ready) {
                    TimeUnit.SECONDS.timedWait(M, 10);
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
    boolean told = false;
    while (!told) {
      synchronized (M) {
        if (waiting) {
          x = 1;
          ready = true;
          M.notifyAll();
          told = true;
        }
      }
    }
    waiter.join();
  }
}
