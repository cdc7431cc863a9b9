package forkjoin;

import java.util.concurrent.*;

// F3: nobody joins the program's own action.
public class EscapeAction {
  public static void main(String[] args) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(1);
    pool.execute(
        new RecursiveAction() {
          @Override
          protected void compute() {
            throw new IllegalStateException("lost"); // ESCAPE forkjoin-unobserved IllegalStateException
          }
        });
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
