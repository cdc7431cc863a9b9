/** RW-4: two readers do not order each other. */
class RaceTwoReadLocks {
  static final java.util.concurrent.locks.ReentrantReadWriteLock LOCK =
      new java.util.concurrent.locks.ReentrantReadWriteLock();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              LOCK.readLock().lock();
              LOCK.readLock().unlock();
            });
    Thread second =
        new Thread(
            () -> {
              LOCK.readLock().lock();
              LOCK.readLock().unlock();
              x = 2; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
