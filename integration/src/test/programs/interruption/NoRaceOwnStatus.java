/** INT-3: isInterrupted that returns true orders, asked by the thread itself. */
class NoRaceOwnStatus {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread t =
        new Thread(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
              }
              if (x != 1) {
                throw new AssertionError(x);
              }
            });
    t.start();
    x = 1;
    t.interrupt();
    t.join();
  }
}
