import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** LK-2: tryLock with a time that returns true. */
class NoRaceTimedTryLock {
  static final ReentrantLock LOCK = new ReentrantLock();
  static int x;

  static void inc() {
    try {
      if (!LOCK.tryLock(1, TimeUnit.MINUTES)) {
        throw new AssertionError();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    try {
      x++;
    } finally {
      LOCK.unlock();
    }
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
    if (x != 2) {
      throw new AssertionError(x);
    }
  }
}
