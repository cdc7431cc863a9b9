import java.util.concurrent.locks.ReentrantLock;

/** LK-3: unlock that throws orders nothing. */
class RaceUnlockByNonOwner {
  static final ReentrantLock LOCK = new ReentrantLock();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              try {
                LOCK.unlock();
                throw new AssertionError();
              } catch (IllegalMonitorStateException e) {
                LOCK.getHoldCount();
              }
            });
    Thread second =
        new Thread(
            () -> {
              LOCK.lock();
              LOCK.unlock();
              int seen = x; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
