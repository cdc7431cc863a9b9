/** INT-1: what came before interrupt is visible in the handler of the InterruptedException. */
class NoRaceInterruptedSleep {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread t =
        new Thread(
            () -> {
              try {
                Thread.sleep(60_000);
              } catch (InterruptedException e) {
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
