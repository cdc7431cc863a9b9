import java.util.concurrent.atomic.AtomicInteger;

/** AT-1: get does not order anything before a later get. */
class RaceTwoGets {
  static final AtomicInteger A = new AtomicInteger();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              int got = A.get();
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
