import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;

/**
 * FJ-10: what ran in a pool is ordered before {@code helpQuiesce} returns, to a worker of the pool
 * and to another thread, whoever ran it: a worker, or another one that helped.
 */
class NoRaceHelpQuiesce {

  /** Increments one cell. */
  static class Increment extends RecursiveAction {
    final int[] cells;
    final int cell;

    Increment(int[] cells, int cell) {
      this.cells = cells;
      this.cell = cell;
    }

    @Override
    protected void compute() {
      cells[cell]++;
    }
  }

  /** Forks one task for each cell; nothing else waits for them. */
  static void forkAll(int[] cells) {
    for (int i = 0; i < cells.length; i++) {
      new Increment(cells, i).fork();
    }
  }

  static void incrementAll(int[] cells) {
    for (int i = 0; i < cells.length; i++) {
      cells[i]++;
    }
  }

  public static void main(String[] args) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(3);
    for (int round = 0; round < 20; round++) {
      pool.submit(
              () -> {
                int[] cells = new int[50];
                forkAll(cells);
                ForkJoinTask.helpQuiesce();
                incrementAll(cells);
              })
          .get();
    }
    for (int round = 0; round < 20; round++) {
      int[] cells = new int[50];
      forkAll(cells);
      ForkJoinTask.helpQuiesce();
      incrementAll(cells);
    }
    for (int round = 0; round < 20; round++) {
      int[] first = new int[50];
      int[] second = new int[50];
      CountDownLatch forked = new CountDownLatch(2);
      ForkJoinTask<?> other = pool.submit(() -> both(second, first, second, forked));
      pool.submit(() -> both(first, first, second, forked)).get();
      other.get();
      for (int i = 0; i < first.length; i++) {
        if (first[i] != 1 || second[i] != 1) {
          throw new AssertionError();
        }
      }
    }
    pool.shutdown();
  }

  /** Two help at a time, and each sees what the other one ran. */
  static void both(int[] mine, int[] first, int[] second, CountDownLatch forked) {
    forkAll(mine);
    forked.countDown();
    try {
      forked.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    ForkJoinTask.helpQuiesce();
    int sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += first[i] + second[i];
    }
    if (sum != 2 * first.length) {
      throw new AssertionError(sum);
    }
  }
}
