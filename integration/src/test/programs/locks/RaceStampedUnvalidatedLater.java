import java.util.concurrent.locks.StampedLock;

/** SL-4: what a reader learns after an optimistic read that nobody validates comes too late. */
class RaceStampedUnvalidatedLater {
  static final StampedLock LOCK = new StampedLock();
  static volatile boolean done;
  static int x;

  public static void main(String[] args) throws Exception {
    Thread writer =
        new Thread(
            () -> {
              x = 1; // RACE x
              done = true;
            });
    long stamp = LOCK.tryOptimisticRead();
    writer.start();
    Thread.sleep(200);
    int seen = x; // RACE x
    while (!done) {
      Thread.onSpinWait();
    }
    LOCK.unlockRead(LOCK.readLock());
    writer.join();
  }
}
