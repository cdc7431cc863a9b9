/** TERM-4: isAlive that returns true orders nothing. */
class RaceStillAlive {
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
    if (!t.isAlive()) {
      throw new AssertionError();
    }
    int seen = x; // RACE x
    go = true;
    t.join();
  }
}
