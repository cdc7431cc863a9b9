import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** EX-24: scheduled tasks are numbered by one counter, which orders nothing. */
class RaceSchedulers {
  static final ScheduledExecutorService POOL =
      Executors.newScheduledThreadPool(
          1,
          r -> {
            Thread t = new Thread(r);
            t.setDaemon(true);
            return t;
          });
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              POOL.schedule(Thread::onSpinWait, 1, TimeUnit.DAYS);
            });
    Thread second =
        new Thread(
            () -> {
              POOL.schedule(Thread::onSpinWait, 1, TimeUnit.DAYS);
              x = 2; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
