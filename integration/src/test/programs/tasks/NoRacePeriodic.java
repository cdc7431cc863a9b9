import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** ST-2: the runs of a periodic task are ordered, whichever threads they are on. */
class NoRacePeriodic {
  static final ScheduledExecutorService POOL = Executors.newScheduledThreadPool(4);
  static final CountDownLatch DONE = new CountDownLatch(20);
  static int x;

  public static void main(String[] args) throws Exception {
    POOL.scheduleAtFixedRate(
        () -> {
          x++;
          DONE.countDown();
        },
        0,
        1,
        TimeUnit.MILLISECONDS);
    DONE.await();
    POOL.shutdown();
    if (!POOL.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new AssertionError();
    }
    if (x < 20) {
      throw new AssertionError(x);
    }
  }
}
