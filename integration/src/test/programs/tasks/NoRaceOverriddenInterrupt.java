import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** EX-24: a pool interrupts its threads; what their interrupt() does is the application's. */
class NoRaceOverriddenInterrupt {
  static final ReentrantLock LOCK = new ReentrantLock();
  static int interrupts;

  static void count() {
    LOCK.lock();
    try {
      interrupts++;
    } finally {
      LOCK.unlock();
    }
  }

  public static void main(String[] args) throws Exception {
    ExecutorService pool =
        Executors.newFixedThreadPool(
            2,
            task ->
                new Thread(task) {
                  @Override
                  public void interrupt() {
                    count();
                    super.interrupt();
                  }
                });
    Thread other = new Thread(NoRaceOverriddenInterrupt::count);
    for (int i = 0; i < 2; i++) {
      pool.execute(
          () -> {
            try {
              Thread.sleep(60_000);
            } catch (InterruptedException expected) {
              Thread.currentThread().interrupt();
            }
          });
    }
    other.start();
    pool.shutdownNow();
    pool.awaitTermination(1, TimeUnit.MINUTES);
    other.join();
    count();
  }
}
