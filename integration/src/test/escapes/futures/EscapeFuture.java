package futures;

import java.util.concurrent.*;

// F1: nobody keeps the future that submit returns.
public class EscapeFuture {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    pool.submit(() -> Integer.parseInt("x")); // ESCAPE future-unobserved NumberFormatException
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
