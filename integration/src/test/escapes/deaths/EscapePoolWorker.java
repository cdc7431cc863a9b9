package deaths;

import java.util.concurrent.*;

// D3: an exception leaves a task that was given to execute and ends the worker.
public class EscapePoolWorker {
  static void lost() {
    throw new IllegalStateException("lost"); // ESCAPE pool-worker-death IllegalStateException
  }

  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    pool.execute(() -> lost());
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
