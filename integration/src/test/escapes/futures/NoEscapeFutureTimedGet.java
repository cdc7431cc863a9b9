package futures;

import java.util.concurrent.*;

// O1: so does get with a time limit, long after the failure.
public class NoEscapeFutureTimedGet {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    Future<?> future = pool.submit(() -> Integer.parseInt("x"));
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
    for (int i = 0; i < 10; i++) {
      System.gc();
      Thread.sleep(20);
    }
    try {
      future.get(1, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      System.out.println("recovered");
    }
  }
}
