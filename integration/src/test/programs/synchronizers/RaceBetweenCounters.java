import java.util.concurrent.CountDownLatch;

/** CDL-6: those who count down are not ordered with each other. */
class RaceBetweenCounters {
  static final CountDownLatch DONE = new CountDownLatch(2);
  static int x;

  static void inc() {
    DONE.countDown();
    x++; // RACE x
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
  }
}
