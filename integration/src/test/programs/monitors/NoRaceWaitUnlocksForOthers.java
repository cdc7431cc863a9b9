/** MON-5: wait unlocks at its entry; what came before it is visible to whoever locks next. */
class NoRaceWaitUnlocksForOthers {
  static final Object M = new Object();
  static int turn = 1;
  static int x;

  static void await(int mine) {
    while (turn != mine) {
      try {
        M.wait();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Thread one =
        new Thread(
            () -> {
              synchronized (M) {
                for (int i = 0; i < 5; i++) {
                  await(1);
                  x++;
                  turn = 2;
                  M.notifyAll();
                }
              }
            });
    Thread two =
        new Thread(
            () -> {
              synchronized (M) {
                for (int i = 0; i < 5; i++) {
                  await(2);
                  x++;
                  turn = 1;
                  M.notifyAll();
                }
              }
            });
    one.start();
    two.start();
    one.join();
    two.join();
    if (x != 10) {
      throw new AssertionError(x);
    }
  }
}
