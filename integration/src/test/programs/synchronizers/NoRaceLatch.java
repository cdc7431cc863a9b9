import java.util.concurrent.CountDownLatch;

/** CDL-1: await returns after all that was done before countDown. */
class NoRaceLatch {
  static final CountDownLatch DONE = new CountDownLatch(2);
  static int x;
  static int y;

  public static void main(String[] args) throws Exception {
    new Thread(
            () -> {
              x = 1;
              DONE.countDown();
            })
        .start();
    new Thread(
            () -> {
              y = 1;
              DONE.countDown();
            })
        .start();
    DONE.await();
    if (x + y != 2) {
      throw new AssertionError();
    }
  }
}
