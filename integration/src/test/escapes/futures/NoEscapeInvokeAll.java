package futures;

import java.util.*;
import java.util.concurrent.*;

// O1: the results of invokeAll are looked at.
public class NoEscapeInvokeAll {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    Callable<Integer> failing = () -> Integer.parseInt("x");
    for (Future<Integer> future : pool.invokeAll(List.of(failing, () -> 1, failing))) {
      try {
        System.out.println(future.get());
      } catch (ExecutionException e) {
        System.out.println("recovered");
      }
    }
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
