import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/** AQS-4: acquire and release order nothing if they leave the state alone. */
class RaceOwnSynchronizer {
  static class Mutex extends AbstractQueuedSynchronizer {
    @Override
    protected boolean tryAcquire(int n) {
      return true;
    }

    @Override
    protected boolean tryRelease(int n) {
      return true;
    }
  }

  static final Mutex MUTEX = new Mutex();
  static int x;

  static void inc() {
    MUTEX.acquire(1);
    x++; // RACE x
    MUTEX.release(1);
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
