package deaths;

import java.util.concurrent.*;

// O6: the thread factory has set a handler.
public class NoEscapePoolWorkerHandler {
  public static void main(String[] args) throws Exception {
    ExecutorService pool =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task);
              thread.setUncaughtExceptionHandler((t, e) -> System.out.println("recovered " + e));
              return thread;
            });
    pool.execute(() -> Integer.parseInt("x"));
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
