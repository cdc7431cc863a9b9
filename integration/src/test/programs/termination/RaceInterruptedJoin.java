/** TERM-6: a join that ends by an interrupt orders nothing. */
class RaceInterruptedJoin {
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
    Thread.currentThread().interrupt();
    try {
      t.join();
      throw new AssertionError();
    } catch (InterruptedException e) {
      int seen = x; // RACE x
    }
    go = true;
    t.join();
  }
}
