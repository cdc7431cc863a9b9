import java.util.concurrent.locks.ReentrantReadWriteLock;

/** RW-4: readers are not ordered with each other. */
class RaceWriteUnderReadLock {
  static final ReentrantReadWriteLock LOCK = new ReentrantReadWriteLock();
  static int x;

  static void inc() {
    LOCK.readLock().lock();
    try {
      x++; // RACE x
    } finally {
      LOCK.readLock().unlock();
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
  }
}
