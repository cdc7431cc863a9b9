import java.util.concurrent.locks.ReentrantReadWriteLock;

/** RW-2, RW-3: readers are ordered after earlier writers, and writers after earlier readers. */
class NoRaceReadersAndWriter {
  static final ReentrantReadWriteLock LOCK = new ReentrantReadWriteLock();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              for (int i = 0; i < 100; i++) {
                LOCK.readLock().lock();
                try {
                  if (x < 0) {
                    throw new AssertionError();
                  }
                } finally {
                  LOCK.readLock().unlock();
                }
              }
            });
    Thread second =
        new Thread(
            () -> {
              for (int i = 0; i < 100; i++) {
                LOCK.writeLock().lock();
                x++;
                LOCK.writeLock().unlock();
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
