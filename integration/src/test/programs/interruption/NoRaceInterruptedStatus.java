/** INT-2: Thread.interrupted that returns true orders. */
class NoRaceInterruptedStatus {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread t =
        new Thread(
            () -> {
              while (!Thread.interrupted()) {
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
