import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;

/** CB-3: before a barrier its parties are not ordered. */
class RaceBeforeBarrier {
  static final CyclicBarrier BARRIER = new CyclicBarrier(2);
  static int x;

  static void work() {
    x++; // RACE x
    sneak(() -> BARRIER.await());
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
