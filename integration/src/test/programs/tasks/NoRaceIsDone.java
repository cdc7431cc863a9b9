import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** FT-5: isDone that returns true. */
class NoRaceIsDone {
  static final ExecutorService POOL = Executors.newFixedThreadPool(2);
  static int x;

  public static void main(String[] args) throws Exception {
    Future<?> f =
        POOL.submit(
            () -> {
              x = 1;
            });
    while (!f.isDone()) {
      Thread.onSpinWait();
    }
    if (x != 1) {
      throw new AssertionError(x);
    }
    POOL.shutdown();
    if (!POOL.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new AssertionError();
    }
  }
}
