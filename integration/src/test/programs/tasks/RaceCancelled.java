import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** FT-3: a cancelled task may still be running. */
class RaceCancelled {
  static final ExecutorService POOL = Executors.newFixedThreadPool(2);
  static int x;
  static volatile boolean started;
  static volatile boolean go;

  public static void main(String[] args) throws Exception {
    Future<?> f =
        POOL.submit(
            () -> {
              started = true;
              x = 1; // RACE x
              while (!go) {
                Thread.onSpinWait();
              }
            });
    while (!started) {
      Thread.onSpinWait();
    }
    f.cancel(true);
    try {
      f.get();
      throw new AssertionError();
    } catch (CancellationException e) {
      int seen = x; // RACE x
    }
    go = true;
    POOL.shutdown();
    if (!POOL.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new AssertionError();
    }
  }
}
