import java.util.Arrays;
import java.util.concurrent.CountedCompleter;

/**
 * CC-1, CC-4: children are ordered before the completion of their parent, and that before the end
 * of the root.
 */
class NoRaceCountedCompleter {
  static final class Sum extends CountedCompleter<Integer> {
    final int[] a;
    final int from;
    final int to;
    int sum;
    Sum left;
    Sum right;

    Sum(CountedCompleter<?> parent, int[] a, int from, int to) {
      super(parent);
      this.a = a;
      this.from = from;
      this.to = to;
    }

    @Override
    public void compute() {
      if (to - from < 64) {
        for (int i = from; i < to; i++) {
          sum += a[i];
        }
      } else {
        int middle = (from + to) / 2;
        setPendingCount(2);
        left = new Sum(this, a, from, middle);
        right = new Sum(this, a, middle, to);
        left.fork();
        right.fork();
      }
      tryComplete();
    }

    @Override
    public void onCompletion(CountedCompleter<?> caller) {
      if (left != null) {
        sum = left.sum + right.sum;
      }
    }

    @Override
    public Integer getRawResult() {
      return sum;
    }
  }

  public static void main(String[] args) throws Exception {
    int[] a = new int[4096];
    Arrays.fill(a, 1);
    for (int i = 0; i < 5; i++) {
      if (new Sum(null, a, 0, a.length).invoke() != a.length) {
        throw new AssertionError();
      }
    }
  }
}
