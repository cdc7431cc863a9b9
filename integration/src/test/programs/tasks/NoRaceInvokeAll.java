import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** EX-12: invokeAll is ordered after all tasks. */
class NoRaceInvokeAll {
  static final ExecutorService POOL = Executors.newFixedThreadPool(2);
  static int x;
  static int y;

  public static void main(String[] args) throws Exception {
    x = 1;
    y = 1;
    POOL.invokeAll(List.of(() -> x++, () -> y++));
    if (x + y != 4) {
      throw new AssertionError();
    }
    POOL.shutdown();
    if (!POOL.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new AssertionError();
    }
  }
}
