import java.util.concurrent.locks.StampedLock;

/** SL-1: write mode. */
class NoRaceStampedWrite {
  static final StampedLock LOCK = new StampedLock();
  static int x;
  static int y;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              long stamp = LOCK.writeLock();
              x++;
              LOCK.unlockWrite(stamp);
            });
    Thread second =
        new Thread(
            () -> {
              long stamp = LOCK.writeLock();
              x++;
              LOCK.unlockWrite(stamp);
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
