import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;

/** FJ-1, FJ-3: a recursive sum. */
class NoRaceForkJoin {
  static final int[] CELLS = new int[1_000];

  static class Sum extends RecursiveTask<Integer> {
    final int from;
    final int to;
    int result;

    Sum(int from, int to) {
      this.from = from;
      this.to = to;
    }

    @Override
    protected Integer compute() {
      if (to - from < 50) {
        for (int i = from; i < to; i++) {
          CELLS[i]++;
          result += CELLS[i];
        }
      } else {
        int mid = (from + to) / 2;
        Sum left = new Sum(from, mid);
        Sum right = new Sum(mid, to);
        left.fork();
        right.compute();
        left.join();
        result = left.result + right.result;
      }
      return result;
    }
  }

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 1_000; i++) {
      CELLS[i] = 1;
    }
    if (new ForkJoinPool(2).invoke(new Sum(0, 1_000)) != 2_000) {
      throw new AssertionError();
    }
    for (int cell : CELLS) {
      if (cell != 2) {
        throw new AssertionError();
      }
    }
  }
}
