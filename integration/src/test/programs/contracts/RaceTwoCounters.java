import java.util.concurrent.CountDownLatch;

/** CDL-6: two steps of a count do not order each other. */
class RaceTwoCounters {
  static final CountDownLatch LATCH = new CountDownLatch(2);
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              LATCH.countDown();
            });
    Thread second =
        new Thread(
            () -> {
              LATCH.countDown();
              x = 2; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
