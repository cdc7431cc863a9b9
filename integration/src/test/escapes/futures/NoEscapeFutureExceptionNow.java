package futures;

import java.util.concurrent.*;

// O1: exceptionNow hands out the exception.
// JDK 21+
public class NoEscapeFutureExceptionNow {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    Future<?> future = pool.submit(() -> Integer.parseInt("x"));
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
    System.out.println(future.exceptionNow());
  }
}
