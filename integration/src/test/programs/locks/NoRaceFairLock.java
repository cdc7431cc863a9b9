import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** LK-1: a fair lock, named by its interface. */
class NoRaceFairLock {
  static final Lock LOCK = new ReentrantLock(true);
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              LOCK.lock();
              try {
                x++;
              } finally {
                LOCK.unlock();
              }
            });
    Thread second =
        new Thread(
            () -> {
              LOCK.lock();
              try {
                x++;
              } finally {
                LOCK.unlock();
              }
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
