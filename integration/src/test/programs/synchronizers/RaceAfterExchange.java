import java.util.concurrent.Callable;
import java.util.concurrent.Exchanger;

/** EX-1: a buffer is used on after it was handed over. */
class RaceAfterExchange {
  static final Exchanger<int[]> EXCHANGER = new Exchanger<>();

  static void work(int me) {
    int[] mine = {me};
    sneak(
        () -> {
          int[] other = EXCHANGER.exchange(mine);
          other[0]++; // RACE int[]
          mine[0]++; // RACE int[]
          return null;
        });
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
