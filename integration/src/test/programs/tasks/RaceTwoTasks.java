import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** EX-24: two tasks on two threads of a pool are not ordered. */
class RaceTwoTasks {
  static final ExecutorService POOL = Executors.newFixedThreadPool(2);
  static int x;
  static final CyclicBarrier BOTH = new CyclicBarrier(2);

  static void work() {
    sneak(() -> BOTH.await());
    x++; // RACE x
  }

  static void sneak(Callable<?> action) {
    try {
      action.call();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  public static void main(String[] args) throws Exception {
    POOL.execute(() -> work());
    POOL.execute(() -> work());
    POOL.shutdown();
    if (!POOL.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new AssertionError();
    }
  }
}
