package futures;

import java.util.concurrent.*;

// N2: the interrupted task throws another exception, without the interruption as its cause.
public class NoEscapeShutdownNowOther {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    CountDownLatch started = new CountDownLatch(1);
    pool.submit(
        () -> {
          started.countDown();
          try {
            Thread.sleep(60_000);
            return 1;
          } catch (InterruptedException e) {
            throw new IllegalStateException("stopped");
          }
        });
    started.await();
    pool.shutdownNow();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
