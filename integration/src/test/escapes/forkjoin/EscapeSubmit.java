package forkjoin;

import java.util.concurrent.*;

// F3: nobody joins a task that was given to submit.
public class EscapeSubmit {
  public static void main(String[] args) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(1);
    pool.submit(() -> Integer.parseInt("x")); // ESCAPE forkjoin-unobserved NumberFormatException
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
