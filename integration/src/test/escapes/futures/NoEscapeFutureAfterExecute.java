package futures;

import java.util.concurrent.*;

// O1: the usual afterExecute looks at the future.
public class NoEscapeFutureAfterExecute {
  public static void main(String[] args) throws Exception {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
          @Override
          protected void afterExecute(Runnable task, Throwable thrown) {
            if (thrown == null && task instanceof Future<?> future && future.isDone()) {
              try {
                future.get();
              } catch (InterruptedException | ExecutionException e) {
                System.out.println("recovered");
              }
            }
          }
        };
    pool.submit(() -> Integer.parseInt("x"));
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
