import java.util.concurrent.atomic.AtomicInteger;

/** AT-6: compareAndSet that returns false has read. */
class NoRaceFailedCasAcquires {
  static final AtomicInteger A = new AtomicInteger();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              while (A.compareAndSet(0, 0)) {
                Thread.onSpinWait();
              }
              if (x != 1) {
                throw new AssertionError(x);
              }
            });
    reader.start();
    x = 1;
    A.set(1);
    reader.join();
  }
}
