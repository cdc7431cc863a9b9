import java.util.concurrent.locks.StampedLock;

/** SL-4: optimistic reads that are validated before they are used. */
class NoRaceStampedOptimistic {
  static final StampedLock LOCK = new StampedLock();
  static int x;
  static int y;

  static int sum() {
    long stamp = LOCK.tryOptimisticRead();
    int a = x;
    int b = y;
    if (!LOCK.validate(stamp)) {
      stamp = LOCK.readLock();
      try {
        a = x;
        b = y;
      } finally {
        LOCK.unlockRead(stamp);
      }
    }
    if (a != b) {
      throw new AssertionError(a + " " + b);
    }
    return a + b;
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              for (int i = 0; i < 100; i++) {
                sum();
                Thread.yield();
              }
            });
    Thread second =
        new Thread(
            () -> {
              for (int i = 0; i < 100; i++) {
                long stamp = LOCK.writeLock();
                try {
                  x++;
                  y++;
                } finally {
                  LOCK.unlockWrite(stamp);
                }
                Thread.yield();
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
