import java.util.concurrent.locks.ReentrantLock;

/** LK-1: both write before their lock. */
class RaceBeforeLock {
  static final ReentrantLock LOCK = new ReentrantLock();
  static int x;

  static void inc() {
    x++; // RACE x
    LOCK.lock();
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
  }
}
