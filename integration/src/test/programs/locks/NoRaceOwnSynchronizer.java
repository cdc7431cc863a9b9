import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/** AQS-1 to AQS-3: a mutex that is made of the state of an AbstractQueuedSynchronizer. */
class NoRaceOwnSynchronizer {
  static class Mutex extends AbstractQueuedSynchronizer {
    @Override
    protected boolean tryAcquire(int n) {
      return compareAndSetState(0, 1);
    }

    @Override
    protected boolean tryRelease(int n) {
      setState(0);
      return true;
    }
  }

  static final Mutex MUTEX = new Mutex();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              MUTEX.acquire(1);
              x++;
              MUTEX.release(1);
            });
    Thread second =
        new Thread(
            () -> {
              MUTEX.acquire(1);
              x++;
              MUTEX.release(1);
            });
    first.start();
    second.start();
    first.join();
    second.join();
    if (x != 2) {
      throw new AssertionError(x);
    }
  }
}
