import java.util.concurrent.locks.ReentrantLock;

/** LK-1: lock and unlock. */
class NoRaceLock {
  static final ReentrantLock LOCK = new ReentrantLock();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              LOCK.lock();
              try {
                x++;
              } finally {
                LOCK.unlock();
              }
            });
    Thread second =
        new Thread(
            () -> {
              LOCK.lock();
              try {
                x++;
              } finally {
                LOCK.unlock();
              }
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
