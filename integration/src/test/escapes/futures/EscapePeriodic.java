package futures;

import java.util.concurrent.*;
import java.util.concurrent.atomic.AtomicInteger;

// D5: an exception cancels a periodic task.
public class EscapePeriodic {
  public static void main(String[] args) throws Exception {
    ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
    AtomicInteger runs = new AtomicInteger();
    CountDownLatch failing = new CountDownLatch(1);
    pool.scheduleAtFixedRate(
        () -> {
          if (runs.incrementAndGet() == 3) {
            failing.countDown();
            throw new IllegalStateException("lost"); // ESCAPE periodic-cancelled IllegalStateException
          }
        },
        1,
        1,
        TimeUnit.MILLISECONDS);
    failing.await();
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
