import java.util.concurrent.Callable;
import java.util.concurrent.Exchanger;

/** EX-1, EX-2: what each did before the exchange is visible to the other after it. */
class NoRaceExchanger {
  static final Exchanger<int[]> EXCHANGER = new Exchanger<>();

  static void work(int me) {
    int[] mine = {me};
    sneak(
        () -> {
          int[] other = EXCHANGER.exchange(mine);
          if (other[0] != 1 - me) {
            throw new AssertionError();
          }
          other[0]++;
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
