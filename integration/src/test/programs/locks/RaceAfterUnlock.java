import java.util.concurrent.locks.ReentrantLock;

/** LK-1: both write after their unlock. */
class RaceAfterUnlock {
  static final ReentrantLock LOCK = new ReentrantLock();
  static int x;

  static void inc() {
    LOCK.lock();
    LOCK.unlock();
    x++; // RACE x
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
