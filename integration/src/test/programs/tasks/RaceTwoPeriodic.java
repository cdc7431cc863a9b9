import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** ST-3: two periodic tasks are not ordered. */
class RaceTwoPeriodic {
  static final ScheduledExecutorService POOL = Executors.newScheduledThreadPool(2);
  static final CyclicBarrier BOTH = new CyclicBarrier(2);
  static final CountDownLatch DONE = new CountDownLatch(2);
  static int x;

  static void work() {
    sneak(() -> BOTH.await());
    x++; // RACE x
    DONE.countDown();
    sneak(() -> BOTH.await());
  }

  static void sneak(Callable<?> action) {
    try {
      action.call();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  public static void main(String[] args) throws Exception {
    POOL.scheduleAtFixedRate(() -> work(), 0, 1, TimeUnit.HOURS);
    POOL.scheduleAtFixedRate(() -> work(), 0, 1, TimeUnit.HOURS);
    DONE.await();
    POOL.shutdown();
    if (!POOL.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new AssertionError();
    }
  }
}
