import java.util.concurrent.locks.ReentrantReadWriteLock;

/** RW-5: a writer takes the read lock before it gives up the write lock. */
class NoRaceDowngrade {
  static final ReentrantReadWriteLock LOCK = new ReentrantReadWriteLock();
  static int x;

  static void work() {
    LOCK.writeLock().lock();
    x++;
    LOCK.readLock().lock();
    LOCK.writeLock().unlock();
    int seen = x;
    LOCK.readLock().unlock();
    if (seen < 1) {
      throw new AssertionError();
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              work();
            });
    Thread second =
        new Thread(
            () -> {
              work();
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
