package futures;

import java.util.*;
import java.util.concurrent.*;

// F1: futures of one kind of task are asked one after the other, but for some.
public class EscapeAskedInPart {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    List<Future<Integer>> futures = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String number = "x" + i;
      futures.add(pool.submit(() -> Integer.parseInt(number))); // ESCAPE future-unobserved NumberFormatException
    }
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
    for (int i = 0; i < 8; i += 2) {
      try {
        futures.get(i).get();
      } catch (ExecutionException e) {
        System.out.println("recovered");
      }
    }
  }
}
