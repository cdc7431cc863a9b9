package forkjoin;

import java.util.concurrent.*;

// F3: a task that was given to execute fails, no handler is set.
public class EscapeExecute {
  public static void main(String[] args) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(1);
    pool.execute(() -> Integer.parseInt("x")); // ESCAPE forkjoin-unobserved NumberFormatException
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
