import java.util.concurrent.atomic.AtomicInteger;

/** AT-1, AT-2: get and set. */
class NoRaceGetAndSet {
  static final AtomicInteger A = new AtomicInteger();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              while (A.get() == 0) {
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
