import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** EX-21: a worker that dies of its task starts the one that replaces it. */
class NoRaceWorkerDies {
  static final ExecutorService POOL =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread t = new Thread(task);
            t.setUncaughtExceptionHandler((thread, e) -> {});
            return t;
          });
  static int x;

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 5; i++) {
      POOL.execute(
          () -> {
            x++;
            throw new IllegalStateException("as intended");
          });
    }
    POOL.shutdown();
    if (!POOL.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new AssertionError();
    }
    if (x != 5) {
      throw new AssertionError(x);
    }
  }
}
