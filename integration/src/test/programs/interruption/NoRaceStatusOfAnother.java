/** INT-3: isInterrupted that returns true orders, asked by a third thread. */
class NoRaceStatusOfAnother {
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
              while (!t.isInterrupted()) {
                Thread.onSpinWait();
              }
              if (x != 1) {
                throw new AssertionError(x);
              }
            });
    t.start();
    third.start();
    x = 1;
    t.interrupt();
    third.join();
    go = true;
    t.join();
  }
}
