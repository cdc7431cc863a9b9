/** INT-1: the first code that runs after the interrupt is a finally block. */
class NoRaceFinally {
  static int x;
  static int seen;

  static void nap() throws InterruptedException {
    try {
      Thread.sleep(60_000);
    } finally {
      seen = x;
    }
  }

  public static void main(String[] args) throws Exception {
    Thread t =
        new Thread(
            () -> {
              try {
                nap();
                throw new AssertionError();
              } catch (InterruptedException e) {
                if (seen != 1) {
                  throw new AssertionError(seen);
                }
              }
            });
    t.start();
    x = 1;
    t.interrupt();
    t.join();
  }
}
