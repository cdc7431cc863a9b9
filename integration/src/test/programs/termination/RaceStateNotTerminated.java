/** TERM-5: to see any other state orders nothing. */
class RaceStateNotTerminated {
  static int x;
  static volatile boolean go;

  public static void main(String[] args) throws Exception {
    Thread t =
        new Thread(
            () -> {
              x = 1; // RACE x
              while (!go) {
                Thread.onSpinWait();
              }
            });
    t.start();
    Thread.sleep(20);
    if (t.getState() == Thread.State.TERMINATED) {
      throw new AssertionError();
    }
    int seen = x; // RACE x
    go = true;
    t.join();
  }
}
