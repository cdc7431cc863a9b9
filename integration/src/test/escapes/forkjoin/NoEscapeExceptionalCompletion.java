package forkjoin;

import java.util.concurrent.*;

// O6: the program's own completer is handed the exception.
public class NoEscapeExceptionalCompletion {
  static class Part extends CountedCompleter<Void> {
    @Override
    public void compute() {
      Integer.parseInt("x");
    }

    @Override
    public boolean onExceptionalCompletion(Throwable thrown, CountedCompleter<?> caller) {
      System.out.println("recovered " + thrown.getMessage());
      return true;
    }
  }

  public static void main(String[] args) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(1);
    pool.execute(new Part());
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
