import java.util.concurrent.atomic.AtomicInteger;

/** AT-6: compareAndSet that returns false releases nothing. */
class RaceFailedCasReleasesNothing {
  static final AtomicInteger A = new AtomicInteger();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              if (A.compareAndSet(5, 6)) {
                throw new AssertionError();
              }
            });
    Thread second =
        new Thread(
            () -> {
              int got = A.get();
              int seen = x; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
