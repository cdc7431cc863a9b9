package futures;

import java.util.concurrent.*;

// O1: resultNow tells of the failure.
// JDK 21+
public class NoEscapeFutureResultNow {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    Future<?> future = pool.submit(() -> Integer.parseInt("x"));
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
    try {
      future.resultNow();
    } catch (IllegalStateException e) {
      System.out.println("recovered");
    }
  }
}
