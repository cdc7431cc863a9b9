import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** LK-3: tryLock with a time that returns false orders nothing. */
class RaceTimedTryLockFails {
  static final ReentrantLock LOCK = new ReentrantLock();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread t =
        new Thread(
            () -> {
              try {
                if (LOCK.tryLock(5, TimeUnit.MILLISECONDS)) {
                  throw new AssertionError();
                }
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
              x++; // RACE x
            });
    LOCK.lock();
    t.start();
    x++; // RACE x
    t.join();
    LOCK.unlock();
  }
}
