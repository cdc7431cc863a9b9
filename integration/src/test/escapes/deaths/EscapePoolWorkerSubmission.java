package deaths;

import java.util.concurrent.*;

// D3: the same class of task is submitted in two places, the place of the one that fails is told.
public class EscapePoolWorkerSubmission {
  record Job(String number) implements Runnable {
    @Override
    public void run() {
      Integer.parseInt(number);
    }
  }

  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    for (int i = 0; i < 5; i++) {
      pool.execute(new Job("1"));
    }
    for (int i = 0; i < 5; i++) {
      pool.execute(new Job(i == 3 ? "x" : "2")); // ESCAPE pool-worker-death NumberFormatException
    }
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
