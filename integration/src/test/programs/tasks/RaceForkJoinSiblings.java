import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/** FJ-17: two tasks on two workers are not ordered. */
class RaceForkJoinSiblings {
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
    ForkJoinPool pool = new ForkJoinPool(2);
    ForkJoinTask<?> left = pool.submit(() -> work());
    ForkJoinTask<?> right = pool.submit(() -> work());
    left.join();
    right.join();
  }
}
