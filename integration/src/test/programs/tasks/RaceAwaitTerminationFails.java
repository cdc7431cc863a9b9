import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** EX-17: awaitTermination that returns false orders nothing. */
class RaceAwaitTerminationFails {
  static final ExecutorService POOL = Executors.newFixedThreadPool(2);
  static int x;
  static volatile boolean go;

  public static void main(String[] args) throws Exception {
    POOL.execute(
        () -> {
          x = 1; // RACE x
          while (!go) {
            Thread.onSpinWait();
          }
        });
    POOL.shutdown();
    if (POOL.awaitTermination(20, TimeUnit.MILLISECONDS)) {
      throw new AssertionError();
    }
    int seen = x; // RACE x
    go = true;
  }
}
