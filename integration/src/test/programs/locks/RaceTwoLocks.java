import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** LK-1: each thread holds a lock of its own. */
class RaceTwoLocks {
  static int x;

  static void inc(Lock lock) {
    lock.lock();
    try {
      x++; // RACE x
    } finally {
      lock.unlock();
    }
  }

  public static void main(String[] args) throws Exception {
    Lock one = new ReentrantLock();
    Lock other = new ReentrantLock();
    Thread first =
        new Thread(
            () -> {
              inc(one);
            });
    Thread second =
        new Thread(
            () -> {
              inc(other);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
