/** INT-3: isInterrupted that returns false orders nothing. */
class RaceStatusNotSet {
  static int x;
  static volatile boolean go;

  public static void main(String[] args) throws Exception {
    Thread t =
        new Thread(
            () -> {
              while (!go) {
                Thread.onSpinWait();
              }
            });
    Thread third =
        new Thread(
            () -> {
              if (t.isInterrupted()) {
                throw new AssertionError();
              }
              int seen = x; // RACE x
              go = true;
            });
    t.start();
    third.start();
    x = 1; // RACE x
    third.join();
    t.join();
  }
}
