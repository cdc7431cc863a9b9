import java.util.concurrent.atomic.AtomicInteger;

/** AT-5: updateAndGet and accumulateAndGet. */
class NoRaceUpdateFunctions {
  static final AtomicInteger A = new AtomicInteger();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              while (A.accumulateAndGet(0, Integer::sum) == 0) {
                Thread.onSpinWait();
              }
              if (x != 1) {
                throw new AssertionError(x);
              }
            });
    reader.start();
    x = 1;
    A.updateAndGet(v -> v + 1);
    reader.join();
  }
}
