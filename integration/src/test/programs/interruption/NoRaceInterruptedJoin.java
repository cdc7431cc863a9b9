/** INT-1: an interrupted join of a thread that goes on. */
class NoRaceInterruptedJoin {
  static int x;
  static volatile boolean go;

  public static void main(String[] args) throws Exception {
    Thread endless =
        new Thread(
            () -> {
              while (!go) {
                Thread.onSpinWait();
              }
            });
    Thread t =
        new Thread(
            () -> {
              try {
                endless.join();
                throw new AssertionError();
              } catch (InterruptedException e) {
                if (x != 1) {
                  throw new AssertionError(x);
                }
              }
            });
    endless.start();
    t.start();
    x = 1;
    t.interrupt();
    t.join();
    go = true;
    endless.join();
  }
}
