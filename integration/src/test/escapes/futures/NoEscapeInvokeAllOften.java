package futures;

import java.util.*;
import java.util.concurrent.*;

// N5: isDone is true a little before a failure can be seen, and invokeAll goes on.
public class NoEscapeInvokeAllOften {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    Callable<Integer> one = () -> Integer.parseInt("x");
    Callable<Integer> two = () -> List.of(1).get(2);
    int recovered = 0;
    for (int i = 0; i < 5000; i++) {
      try {
        for (Future<Integer> future : pool.invokeAll(List.of(() -> 1, one, two))) {
          future.get();
        }
      } catch (ExecutionException e) {
        recovered++;
      }
    }
    System.out.println(recovered);
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
