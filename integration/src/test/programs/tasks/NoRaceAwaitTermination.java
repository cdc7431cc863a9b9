import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** EX-15: awaitTermination that returns true is ordered after all tasks. */
class NoRaceAwaitTermination {
  static final ExecutorService POOL = Executors.newFixedThreadPool(2);
  static int x;
  static final int[] CELLS = new int[4];

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 4; i++) {
      int cell = i;
      POOL.execute(() -> CELLS[cell] = 1);
    }
    POOL.shutdown();
    if (!POOL.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new AssertionError();
    }
    for (int cell : CELLS) {
      if (cell != 1) {
        throw new AssertionError();
      }
    }
  }
}
