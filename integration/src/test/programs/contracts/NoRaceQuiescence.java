import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

/** FJ-10: what ran in a pool is ordered before its quiescence was seen. */
class NoRaceQuiescence {

  public static void main(String[] args) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(2);
    int[] cells = new int[50];
    for (int i = 0; i < cells.length; i++) {
      int cell = i;
      pool.execute(() -> cells[cell]++);
    }
    if (!pool.awaitQuiescence(1, TimeUnit.MINUTES)) {
      throw new AssertionError();
    }
    for (int i = 0; i < cells.length; i++) {
      cells[i]++;
    }
    pool.shutdown();
  }
}
