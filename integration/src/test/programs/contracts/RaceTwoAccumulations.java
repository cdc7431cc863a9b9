import java.util.concurrent.atomic.LongAccumulator;

/** LA-2: two accumulations do not order each other. */
class RaceTwoAccumulations {
  static final LongAccumulator SUM = new LongAccumulator(Long::sum, 0);
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              SUM.accumulate(1);
            });
    Thread second =
        new Thread(
            () -> {
              SUM.accumulate(1);
              x = 2; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
