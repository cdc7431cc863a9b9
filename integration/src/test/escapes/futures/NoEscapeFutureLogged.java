package futures;

import java.util.concurrent.*;

// O5: the task writes the exception to a log before it passes it on.
public class NoEscapeFutureLogged {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    pool.submit(
        () -> {
          try {
            return Integer.parseInt("x");
          } catch (NumberFormatException e) {
            e.printStackTrace(System.out);
            throw e;
          }
        });
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
