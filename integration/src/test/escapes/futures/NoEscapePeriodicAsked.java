package futures;

import java.util.concurrent.*;

// O1: the program waits for the end of the periodic task.
public class NoEscapePeriodicAsked {
  public static void main(String[] args) throws Exception {
    ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
    ScheduledFuture<?> future =
        pool.scheduleWithFixedDelay(() -> Integer.parseInt("x"), 0, 1, TimeUnit.MILLISECONDS);
    try {
      future.get();
    } catch (ExecutionException e) {
      System.out.println("recovered");
    }
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
