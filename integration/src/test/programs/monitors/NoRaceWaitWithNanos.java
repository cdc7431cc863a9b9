/** MON-5: wait with nanoseconds unlocks and locks as the others do. */
class NoRaceWaitWithNanos {
  static final Object M = new Object();
  static boolean ready;
  static int x;

  public static void main(String[] args) throws Exception {
    Thread waiter =
        new Thread(
            () -> {
              synchronized (M) {
                x++;
                try {
                  while (!ready) {
                    M.wait(1, 1);
                  }
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
                x++;
              }
            });
    waiter.start();
    Thread.sleep(20);
    synchronized (M) {
      x++;
      ready = true;
    }
    waiter.join();
    if (x != 3) {
      throw new AssertionError(x);
    }
  }
}
