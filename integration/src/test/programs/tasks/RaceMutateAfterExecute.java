import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** EX-10: a write after execute is not ordered. */
class RaceMutateAfterExecute {
  static final ExecutorService POOL = Executors.newFixedThreadPool(2);
  static int x;

  public static void main(String[] args) throws Exception {
    POOL.execute(
        () -> {
          int seen = x; // RACE x
        });
    x = 1; // RACE x
    Thread.sleep(100); // a worker that shutdown() interrupts before it begins comes after that
    POOL.shutdown();
    if (!POOL.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new AssertionError();
    }
  }
}
