package futures;

import java.util.concurrent.*;

// N2: a task cannot submit any more because its pool shuts down.
public class NoEscapeRejected {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    CountDownLatch down = new CountDownLatch(1);
    pool.submit(
        () -> {
          down.await();
          return pool.submit(() -> 1);
        });
    pool.shutdown();
    down.countDown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
