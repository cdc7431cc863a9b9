package futures;

import java.util.*;
import java.util.concurrent.*;

// N5: a loop over futures of one kind of task gives up at the first that failed.
public class NoEscapeGivesUp {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    List<Future<Integer>> futures = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String number = i < 2 ? "1" : "x" + i;
      futures.add(pool.submit(() -> Integer.parseInt(number)));
    }
    try {
      for (Future<Integer> future : futures) {
        System.out.println(future.get());
      }
    } catch (ExecutionException e) {
      System.out.println("recovered");
    }
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
