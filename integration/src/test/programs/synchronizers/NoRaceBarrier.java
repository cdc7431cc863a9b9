import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;

/** CB-3: two phases; each thread reads in the second what the other wrote in the first. */
class NoRaceBarrier {
  static final CyclicBarrier BARRIER = new CyclicBarrier(2);
  static final int[] CELLS = new int[2];

  static void work(int me) {
    for (int round = 1; round <= 5; round++) {
      CELLS[me]++;
      sneak(() -> BARRIER.await());
      if (CELLS[1 - me] != round) {
        throw new AssertionError();
      }
      sneak(() -> BARRIER.await());
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
