package futures;

import java.util.concurrent.*;

// F1: the program's own future is told that it is done, and does not ask.
public class EscapeDoneDoesNotAsk {
  static class Telling extends FutureTask<Integer> {
    Telling(Callable<Integer> task) {
      super(task);
    }

    @Override
    protected void done() {
      System.out.println("done");
    }
  }

  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    pool.execute(new Telling(() -> Integer.parseInt("x"))); // ESCAPE future-unobserved NumberFormatException
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
