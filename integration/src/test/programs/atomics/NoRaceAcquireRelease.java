import java.util.concurrent.atomic.AtomicInteger;

/** AT-3, AT-11: setRelease and getAcquire. */
class NoRaceAcquireRelease {
  static final AtomicInteger A = new AtomicInteger();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              while (A.getAcquire() == 0) {
                Thread.onSpinWait();
              }
              if (x != 1) {
                throw new AssertionError(x);
              }
            });
    reader.start();
    x = 1;
    A.setRelease(1);
    reader.join();
  }
}
