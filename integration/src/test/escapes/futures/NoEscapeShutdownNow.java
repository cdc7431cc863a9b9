package futures;

import java.util.concurrent.*;

// N2: shutdownNow interrupts a task.
public class NoEscapeShutdownNow {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    CountDownLatch started = new CountDownLatch(1);
    pool.submit(
        () -> {
          started.countDown();
          Thread.sleep(60_000);
          return 1;
        });
    started.await();
    pool.shutdownNow();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
