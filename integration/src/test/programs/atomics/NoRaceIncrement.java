import java.util.concurrent.atomic.AtomicInteger;

/** AT-4: increments of one counter order each other. */
class NoRaceIncrement {
  static final AtomicInteger A = new AtomicInteger();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              for (int i = 0; i < 100; i++) {
                A.incrementAndGet();
              }
            });
    Thread second =
        new Thread(
            () -> {
              for (int i = 0; i < 100; i++) {
                A.incrementAndGet();
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
    if (A.get() != 200) {
      throw new AssertionError();
    }
  }
}
