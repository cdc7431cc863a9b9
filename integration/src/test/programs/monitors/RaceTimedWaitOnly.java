/** MON-5: that a wait timed out says nothing about a writer who never takes the monitor. */
class RaceTimedWaitOnly {
  static final Object M = new Object();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread waiter =
        new Thread(
            () -> {
              synchronized (M) {
                try {
                  M.wait(20);
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
