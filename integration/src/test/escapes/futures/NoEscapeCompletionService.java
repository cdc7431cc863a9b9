package futures;

import java.util.concurrent.*;

// O1: the future comes through a completion service.
public class NoEscapeCompletionService {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    CompletionService<Integer> service = new ExecutorCompletionService<>(pool);
    service.submit(() -> Integer.parseInt("x"));
    try {
      service.take().get();
    } catch (ExecutionException e) {
      System.out.println("recovered");
    }
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
