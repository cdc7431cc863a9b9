package futures;

import java.util.concurrent.*;

// F1: nobody takes the future from the completion service.
public class EscapeCompletionService {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    CompletionService<Integer> service = new ExecutorCompletionService<>(pool);
    service.submit(() -> Integer.parseInt("x")); // ESCAPE future-unobserved NumberFormatException
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
