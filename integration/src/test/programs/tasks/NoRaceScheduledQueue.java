import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** BQ-3, BQ-4: the queue of a scheduled pool is a blocking queue: whoever sees a task comes after its submission. */
class NoRaceScheduledQueue {
  static final ScheduledThreadPoolExecutor POOL = new ScheduledThreadPoolExecutor(1);
  static int x;

  static void writer() {
    x = 1;
    POOL.schedule(() -> {}, 1, TimeUnit.HOURS);
  }

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(NoRaceScheduledQueue::writer);
    t.start();
    while (POOL.getQueue().peek() == null) {
      Thread.onSpinWait();
    }
    POOL.shutdownNow();
    int seen = x;
    t.join();
    if (seen != 1) {
      throw new AssertionError(seen);
    }
  }
}
