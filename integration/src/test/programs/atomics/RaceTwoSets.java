import java.util.concurrent.atomic.AtomicInteger;

/** AT-2: set does not order one after an earlier set. */
class RaceTwoSets {
  static final AtomicInteger A = new AtomicInteger();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              A.set(1);
            });
    Thread second =
        new Thread(
            () -> {
              A.set(2);
              int seen = x; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
