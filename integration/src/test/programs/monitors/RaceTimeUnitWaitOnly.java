import java.util.concurrent.TimeUnit;

/** MON-5: that TimeUnit.timedWait timed out says nothing about who never takes the monitor. */
class RaceTimeUnitWaitOnly {
  static final Object M = new Object();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread waiter =
        new Thread(
            () -> {
              synchronized (M) {
                try {
                  TimeUnit.MILLISECONDS.timedWait(M, 20);
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
              }
              int seen = x; // RACE x
            });
    waiter.start();
    x = 1; // RACE x
    waiter.join();
  }
}
