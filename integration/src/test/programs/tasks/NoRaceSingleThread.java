import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** EX-20: the tasks of a single thread. */
class NoRaceSingleThread {
  static final ExecutorService POOL = Executors.newSingleThreadExecutor();
  static int x;

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 10; i++) {
      POOL.execute(() -> x++);
    }
    POOL.shutdown();
    if (!POOL.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new AssertionError();
    }
    if (x != 10) {
      throw new AssertionError(x);
    }
  }
}
