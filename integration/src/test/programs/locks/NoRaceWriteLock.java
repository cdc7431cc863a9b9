import java.util.concurrent.locks.ReentrantReadWriteLock;

/** RW-1: writers exclude and order each other. */
class NoRaceWriteLock {
  static final ReentrantReadWriteLock LOCK = new ReentrantReadWriteLock();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              LOCK.writeLock().lock();
              x++;
              LOCK.writeLock().unlock();
            });
    Thread second =
        new Thread(
            () -> {
              LOCK.writeLock().lock();
              x++;
              LOCK.writeLock().unlock();
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
