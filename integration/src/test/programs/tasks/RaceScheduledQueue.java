import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** BQ-3: what comes after the submission is not ordered before whoever sees the task. */
class RaceScheduledQueue {
  static final ScheduledThreadPoolExecutor POOL = new ScheduledThreadPoolExecutor(1);
  static int x;

  static void writer() {
    POOL.schedule(() -> {}, 1, TimeUnit.HOURS);
    x = 1; // RACE x
  }

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(RaceScheduledQueue::writer);
    t.start();
    while (POOL.getQueue().peek() == null) {
      Thread.onSpinWait();
    }
    POOL.shutdownNow();
    int seen = x; // RACE x
    t.join();
  }
}
