import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;

/** CB-1, CB-2: the barrier action between two phases. */
class NoRaceBarrierAction {
  static int sum;
  static final int[] CELLS = new int[2];
  static final CyclicBarrier BARRIER = new CyclicBarrier(2, () -> sum = CELLS[0] + CELLS[1]);

  static void work(int me) {
    CELLS[me] = 1;
    sneak(() -> BARRIER.await());
    if (sum != 2) {
      throw new AssertionError(sum);
    }
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
              work(0);
            });
    Thread second =
        new Thread(
            () -> {
              work(1);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
