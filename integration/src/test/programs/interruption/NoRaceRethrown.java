/** INT-1: the exception is caught further out, as a more general type. */
class NoRaceRethrown {
  static int x;

  static void nap() throws Exception {
    Thread.sleep(60_000);
  }

  public static void main(String[] args) throws Exception {
    Thread t =
        new Thread(
            () -> {
              try {
                nap();
                throw new AssertionError();
              } catch (Exception e) {
                if (x != 1) {
                  throw new AssertionError(x);
                }
              }
            });
    t.start();
    x = 1;
    t.interrupt();
    t.join();
  }
}
