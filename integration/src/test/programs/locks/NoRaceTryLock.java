import java.util.concurrent.locks.ReentrantLock;

/** LK-2: tryLock that returns true. */
class NoRaceTryLock {
  static final ReentrantLock LOCK = new ReentrantLock();
  static int x;

  static void inc() {
    while (!LOCK.tryLock()) {
      Thread.onSpinWait();
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
