package futures;

import java.util.concurrent.*;

// F1: a task lets the exception of another one pass, and nobody asks its own future.
public class EscapePassedOn {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    Future<Integer> first = pool.submit(() -> Integer.parseInt("x"));
    pool.submit(() -> first.get() + 1); // ESCAPE future-unobserved NumberFormatException
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
