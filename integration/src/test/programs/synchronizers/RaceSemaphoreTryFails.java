import java.util.concurrent.Semaphore;

/** SEM-5: tryAcquire that returns false orders nothing. */
class RaceSemaphoreTryFails {
  static final Semaphore SIGNAL = new Semaphore(0);
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              SIGNAL.release();
            });
    Thread second =
        new Thread(
            () -> {
              if (SIGNAL.tryAcquire(2)) {
                throw new AssertionError();
              }
              int seen = x; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
