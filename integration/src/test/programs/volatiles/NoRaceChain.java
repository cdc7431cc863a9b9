/** VOL-1: order is transitive over two fields and three threads. */
class NoRaceChain {
  static int x;
  static volatile boolean toMiddle;
  static volatile boolean toLast;

  public static void main(String[] args) throws Exception {
    Thread middle =
        new Thread(
            () -> {
              while (!toMiddle) {
                Thread.onSpinWait();
              }
              toLast = true;
            });
    Thread last =
        new Thread(
            () -> {
              while (!toLast) {
                Thread.onSpinWait();
              }
              if (x != 1) {
                throw new AssertionError(x);
              }
            });
    middle.start();
    last.start();
    x = 1;
    toMiddle = true;
    middle.join();
    last.join();
  }
}
