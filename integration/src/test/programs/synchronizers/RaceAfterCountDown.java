import java.util.concurrent.CountDownLatch;

/** CDL-1: a write after countDown is not ordered. */
class RaceAfterCountDown {
  static final CountDownLatch DONE = new CountDownLatch(1);
  static int x;

  public static void main(String[] args) throws Exception {
    Thread t =
        new Thread(
            () -> {
              DONE.countDown();
              x = 1; // RACE x
            });
    t.start();
    DONE.await();
    int seen = x; // RACE x
    t.join();
  }
}
