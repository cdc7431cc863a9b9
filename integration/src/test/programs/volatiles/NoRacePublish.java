/** VOL-1: what came before a volatile write is visible after a read that sees it. */
class NoRacePublish {
  static int x;
  static volatile boolean ready;

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              while (!ready) {
                Thread.onSpinWait();
              }
              if (x != 1) {
                throw new AssertionError(x);
              }
            });
    reader.start();
    x = 1;
    ready = true;
    reader.join();
  }
}
