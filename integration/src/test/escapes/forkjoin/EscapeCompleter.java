package forkjoin;

import java.util.concurrent.*;

// F3: a completer that nobody joins.
public class EscapeCompleter {
  static class Part extends CountedCompleter<Void> {
    @Override
    public void compute() {
      Integer.parseInt("x"); // ESCAPE forkjoin-unobserved NumberFormatException
    }

    @Override
    public void onCompletion(CountedCompleter<?> caller) {
      System.out.println("complete");
    }
  }

  public static void main(String[] args) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(1);
    pool.execute(new Part());
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
