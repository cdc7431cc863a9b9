package futures;

import java.util.concurrent.*;

// O6: the program's own future is handed the exception.
public class NoEscapeSetException {
  static class Telling extends FutureTask<Integer> {
    Telling(Callable<Integer> task) {
      super(task);
    }

    @Override
    protected void setException(Throwable thrown) {
      System.out.println("recovered " + thrown.getMessage());
      super.setException(thrown);
    }
  }

  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    pool.execute(new Telling(() -> Integer.parseInt("x")));
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
  }
}
