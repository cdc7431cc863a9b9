import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** EX-10: what came before execute is visible to the task. */
class NoRaceExecute {
  static final ExecutorService POOL = Executors.newFixedThreadPool(2);
  static int x;

  public static void main(String[] args) throws Exception {
    x = 1;
    POOL.execute(
        () -> {
          if (x != 1) {
            throw new AssertionError(x);
          }
        });
    POOL.shutdown();
    if (!POOL.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new AssertionError();
    }
  }
}
