package futures;

import java.util.*;
import java.util.concurrent.*;

// N5: of the failures of one invokeAll the first that is looked at stands for all.
public class NoEscapeInvokeAllGivesUp {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    Callable<Integer> one = () -> Integer.parseInt("x");
    Callable<Integer> two = () -> List.of(1).get(2);
    try {
      for (Future<Integer> future : pool.invokeAll(List.of(() -> 1, one, two))) {
        System.out.println(future.get());
      }
    } catch (ExecutionException e) {
      System.out.println("recovered");
    }
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
