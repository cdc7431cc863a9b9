package deaths;

import java.util.concurrent.*;

// O6: afterExecute of the program's own pool receives the exception.
public class NoEscapePoolWorkerAfterExecute {
  public static void main(String[] args) throws Exception {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
          @Override
          protected void afterExecute(Runnable task, Throwable thrown) {
            System.out.println("recovered " + thrown);
          }
        };
    pool.execute(() -> Integer.parseInt("x"));
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
