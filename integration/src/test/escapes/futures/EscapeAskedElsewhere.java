package futures;

import java.util.concurrent.*;

// F1: tasks of one class are submitted in two places, and only one of these asks.
public class EscapeAskedElsewhere {
  static class Job implements Callable<Integer> {
    @Override
    public Integer call() {
      return Integer.parseInt("x");
    }
  }

  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      pool.submit(new Job()).get();
    } catch (ExecutionException e) {
      System.out.println("recovered");
    }
    pool.submit(new Job()); // ESCAPE future-unobserved NumberFormatException
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
