import java.util.concurrent.locks.ReentrantLock;

/** LK-3: tryLock that returns false orders nothing. */
class RaceTryLockFails {
  static final ReentrantLock LOCK = new ReentrantLock();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread t =
        new Thread(
            () -> {
              if (LOCK.tryLock()) {
                throw new AssertionError();
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
