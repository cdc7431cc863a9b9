import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;

/** CB-7: after a barrier its parties are not ordered. */
class RaceAfterBarrier {
  static final CyclicBarrier BARRIER = new CyclicBarrier(2);
  static int x;

  static void work() {
    sneak(() -> BARRIER.await());
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
    Thread first =
        new Thread(
            () -> {
              work();
            });
    Thread second =
        new Thread(
            () -> {
              work();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
