import java.util.concurrent.locks.StampedLock;

/** SL-2, SL-3: read mode against write mode. */
class NoRaceStampedRead {
  static final StampedLock LOCK = new StampedLock();
  static int x;
  static int y;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              for (int i = 0; i < 100; i++) {
                long stamp = LOCK.readLock();
                if (x != y) {
                  throw new AssertionError();
                }
                LOCK.unlockRead(stamp);
              }
            });
    Thread second =
        new Thread(
            () -> {
              for (int i = 0; i < 100; i++) {
                long stamp = LOCK.writeLock();
                x++;
                y++;
                LOCK.unlock(stamp);
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
