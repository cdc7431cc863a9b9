package futures;

import java.util.concurrent.*;

// O1: a task lets the exception of another one pass, and its own future is asked.
public class NoEscapePassedOn {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    Future<Integer> first = pool.submit(() -> Integer.parseInt("x"));
    Future<Integer> second = pool.submit(() -> first.get() + 1);
    try {
      second.get();
    } catch (ExecutionException e) {
      System.out.println("recovered");
    }
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
