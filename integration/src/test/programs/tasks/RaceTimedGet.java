import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** FT-4: get that times out orders nothing. */
class RaceTimedGet {
  static final ExecutorService POOL = Executors.newFixedThreadPool(2);
  static int x;
  static volatile boolean go;

  public static void main(String[] args) throws Exception {
    Future<?> f =
        POOL.submit(
            () -> {
              x = 1; // RACE x
              while (!go) {
                Thread.onSpinWait();
              }
            });
    try {
      f.get(20, TimeUnit.MILLISECONDS);
      throw new AssertionError();
    } catch (TimeoutException e) {
      int seen = x; // RACE x
    }
    go = true;
    POOL.shutdown();
    if (!POOL.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new AssertionError();
    }
  }
}
