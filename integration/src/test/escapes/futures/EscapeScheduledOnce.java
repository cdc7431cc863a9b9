package futures;

import java.util.concurrent.*;

// F1: a delayed task fails.
public class EscapeScheduledOnce {
  public static void main(String[] args) throws Exception {
    ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
    pool.schedule(() -> Integer.parseInt("x"), 1, TimeUnit.MILLISECONDS); // ESCAPE future-unobserved NumberFormatException
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
