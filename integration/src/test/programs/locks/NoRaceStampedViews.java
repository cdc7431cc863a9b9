import java.util.concurrent.locks.StampedLock;

/** SL-9: the views as ordinary locks. */
class NoRaceStampedViews {
  static final StampedLock LOCK = new StampedLock();
  static int x;
  static int y;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              LOCK.asWriteLock().lock();
              x++;
              LOCK.asWriteLock().unlock();
            });
    Thread second =
        new Thread(
            () -> {
              long stamp = LOCK.writeLock();
              x++;
              LOCK.unlockWrite(stamp);
              LOCK.asReadLock().lock();
              int seen = x;
              LOCK.asReadLock().unlock();
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
