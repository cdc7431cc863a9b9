import java.util.concurrent.locks.StampedLock;

/** SL-4: an optimistic read that nobody validates. */
class RaceStampedUnvalidated {
  static final StampedLock LOCK = new StampedLock();
  static int x;
  static int y;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              long stamp = LOCK.tryOptimisticRead();
              int seen = x; // RACE x
            });
    Thread second =
        new Thread(
            () -> {
              long stamp = LOCK.writeLock();
              x++; // RACE x
              LOCK.unlockWrite(stamp);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
