package futures;

import java.util.concurrent.*;

// N1: the program cancels its task, which then fails.
public class NoEscapeCancelled {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    CountDownLatch started = new CountDownLatch(1);
    Future<?> future =
        pool.submit(
            () -> {
              started.countDown();
              try {
                Thread.sleep(60_000);
              } catch (InterruptedException e) {
                throw new IllegalStateException("stopped");
              }
            });
    started.await();
    future.cancel(true);
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
