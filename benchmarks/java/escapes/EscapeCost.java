package escapes;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Tasks and threads that do not fail; prints nanoseconds per operation of the best round. */
public final class EscapeCost {
  private interface Work {
    long run(int count) throws Exception;
  }

  private static long submitAndGet(int count) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    long sum = 0;
    try {
      Future<?>[] futures = new Future<?>[100];
      for (int i = 0; i < count; i += futures.length) {
        for (int k = 0; k < futures.length; k++) {
          int n = i + k;
          futures[k] = pool.submit(() -> n);
        }
        for (Future<?> future : futures) {
          sum += (Integer) future.get();
        }
      }
    } finally {
      pool.shutdown();
    }
    return sum;
  }

  private static long stages(int count) {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      int n = i;
      sum += CompletableFuture.supplyAsync(() -> n, Runnable::run).thenApply(x -> x + 1).join();
    }
    return sum;
  }

  private static long startAndJoin(int count) throws Exception {
    long[] sum = new long[1];
    for (int i = 0; i < count; i++) {
      Thread thread = new Thread(() -> sum[0]++);
      thread.start();
      thread.join();
    }
    return sum[0];
  }

  public static void main(String[] args) throws Exception {
    int count = Integer.parseInt(args[1]);
    Work work =
        switch (args[0]) {
          case "submit-get" -> EscapeCost::submitAndGet;
          case "stages" -> EscapeCost::stages;
          default -> EscapeCost::startAndJoin;
        };
    long best = Long.MAX_VALUE;
    long sum = 0;
    for (int round = 0; round < 8; round++) {
      long start = System.nanoTime();
      sum += work.run(count);
      best = Math.min(best, System.nanoTime() - start);
    }
    System.out.println((double) best / count + " " + sum % 7);
  }
}
