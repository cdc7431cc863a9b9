import java.util.concurrent.Semaphore;

/** SEM-2: tryAcquire that returns true. */
class NoRaceSemaphoreTryAcquire {
  static final Semaphore SIGNAL = new Semaphore(0);
  static int x;

  public static void main(String[] args) throws Exception {
    Thread t =
        new Thread(
            () -> {
              x = 1;
              SIGNAL.release(2);
            });
    t.start();
    while (!SIGNAL.tryAcquire(2)) {
      Thread.onSpinWait();
    }
    if (x != 1) {
      throw new AssertionError(x);
    }
    t.join();
  }
}
