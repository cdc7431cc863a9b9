package forkjoin;

import java.util.concurrent.*;

// O6: the handler of the pool receives the exception.
public class NoEscapeHandler {
  public static void main(String[] args) throws Exception {
    ForkJoinPool pool =
        new ForkJoinPool(
            1,
            ForkJoinPool.defaultForkJoinWorkerThreadFactory,
            (thread, thrown) -> System.out.println("recovered"),
            false);
    pool.execute(() -> Integer.parseInt("x"));
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
