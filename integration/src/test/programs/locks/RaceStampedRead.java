import java.util.concurrent.locks.StampedLock;

/** SL-3: a write in read mode. */
class RaceStampedRead {
  static final StampedLock LOCK = new StampedLock();
  static int x;
  static int y;

  static void inc() {
    long stamp = LOCK.readLock();
    x++; // RACE x
    LOCK.unlockRead(stamp);
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
