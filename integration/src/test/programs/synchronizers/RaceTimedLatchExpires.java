import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** CDL-4: await with a time that returns false orders nothing. */
class RaceTimedLatchExpires {
  static final CountDownLatch NEVER = new CountDownLatch(2);
  static int x;

  public static void main(String[] args) throws Exception {
    Thread t =
        new Thread(
            () -> {
              x = 1; // RACE x
              NEVER.countDown();
            });
    t.start();
    if (NEVER.await(20, TimeUnit.MILLISECONDS)) {
      throw new AssertionError();
    }
    int seen = x; // RACE x
    t.join();
  }
}
