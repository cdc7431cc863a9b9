import java.util.concurrent.locks.ReentrantLock;

/** LK-4: after an inner unlock the lock is still held. */
class NoRaceReentrantLock {
  static final ReentrantLock LOCK = new ReentrantLock();
  static int x;

  static void inc() {
    LOCK.lock();
    LOCK.lock();
    LOCK.unlock();
    x++;
    LOCK.unlock();
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
    if (x != 2) {
      throw new AssertionError(x);
    }
  }
}
