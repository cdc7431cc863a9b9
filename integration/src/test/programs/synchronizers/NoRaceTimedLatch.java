import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** CDL-2: await with a time that returns true. */
class NoRaceTimedLatch {
  static final CountDownLatch DONE = new CountDownLatch(1);
  static int x;

  public static void main(String[] args) throws Exception {
    new Thread(
            () -> {
              x = 1;
              DONE.countDown();
            })
        .start();
    if (!DONE.await(1, TimeUnit.MINUTES) || x != 1) {
      throw new AssertionError();
    }
  }
}
