package forkjoin;

import java.util.concurrent.*;

// N1: a task that runs is cancelled, and throws then.
public class NoEscapeCancelledRunning {
  public static void main(String[] args) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(1);
    CountDownLatch runs = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    ForkJoinTask<?> task =
        pool.submit(
            () -> {
              runs.countDown();
              while (cancelled.getCount() > 0) {
                Thread.onSpinWait();
              }
              throw new IllegalStateException("too late");
            });
    runs.await();
    task.cancel(false);
    cancelled.countDown();
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
