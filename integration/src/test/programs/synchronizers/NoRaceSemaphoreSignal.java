import java.util.concurrent.Semaphore;

/** SEM-6: released by one who never acquired. */
class NoRaceSemaphoreSignal {
  static final Semaphore SIGNAL = new Semaphore(0);
  static int x;

  public static void main(String[] args) throws Exception {
    Thread t =
        new Thread(
            () -> {
              x = 1;
              SIGNAL.release();
            });
    t.start();
    SIGNAL.acquire();
    if (x != 1) {
      throw new AssertionError(x);
    }
    t.join();
  }
}
