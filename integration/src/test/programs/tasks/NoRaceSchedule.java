import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** ST-1: a task for later. */
class NoRaceSchedule {
  static final ScheduledExecutorService POOL = Executors.newScheduledThreadPool(2);
  static int x;

  public static void main(String[] args) throws Exception {
    x = 1;
    if (POOL.schedule(() -> ++x, 5, TimeUnit.MILLISECONDS).get() != 2) {
      throw new AssertionError();
    }
    if (x != 2) {
      throw new AssertionError();
    }
    POOL.shutdown();
    if (!POOL.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new AssertionError();
    }
  }
}
