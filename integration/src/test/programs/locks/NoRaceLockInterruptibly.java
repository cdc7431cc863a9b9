import java.util.concurrent.locks.ReentrantLock;

/** LK-1: lockInterruptibly that returns. */
class NoRaceLockInterruptibly {
  static final ReentrantLock LOCK = new ReentrantLock();
  static int x;

  static void inc() {
    try {
      LOCK.lockInterruptibly();
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
