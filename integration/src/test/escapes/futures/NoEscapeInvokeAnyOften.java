package futures;

import java.util.*;
import java.util.concurrent.*;

// N3: a task of invokeAny that fails just before it would be cancelled.
public class NoEscapeInvokeAnyOften {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(3);
    Callable<Integer> failing = () -> List.of(1).get(2);
    int sum = 0;
    for (int i = 0; i < 5000; i++) {
      sum += pool.invokeAny(List.of(() -> 1, failing, failing));
    }
    System.out.println(sum);
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
