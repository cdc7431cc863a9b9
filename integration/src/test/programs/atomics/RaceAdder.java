import java.util.concurrent.atomic.LongAdder;

/** A LongAdder counts without ordering anything. */
class RaceAdder {
  static final LongAdder A = new LongAdder();
  static int x;

  static void inc() {
    A.increment();
    x++; // RACE x
    A.increment();
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              inc();
            });
    Thread second =
        new Thread(
            () -> {
              inc();
            });
    first.start();
    second.start();
    first.join();
    second.join();
    if (A.sum() != 4) {
      throw new AssertionError();
    }
  }
}
