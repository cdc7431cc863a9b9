import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** EX-11, FT-1: to the task and back. */
class NoRaceSubmitGet {
  static final ExecutorService POOL = Executors.newFixedThreadPool(2);
  static int x;

  public static void main(String[] args) throws Exception {
    x = 1;
    Future<Integer> f = POOL.submit(() -> ++x);
    if (f.get() != 2 || x != 2) {
      throw new AssertionError();
    }
    POOL.shutdown();
    if (!POOL.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new AssertionError();
    }
  }
}
