import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** RW-6: a condition of the write lock. */
class NoRaceWriteCondition {
  static final ReentrantReadWriteLock LOCK = new ReentrantReadWriteLock();
  static final Condition READY = LOCK.writeLock().newCondition();
  static boolean ready;
  static int x;

  public static void main(String[] args) throws Exception {
    Thread waiter =
        new Thread(
            () -> {
              LOCK.writeLock().lock();
              while (!ready) {
                READY.awaitUninterruptibly();
              }
              LOCK.writeLock().unlock();
              if (x != 1) {
                throw new AssertionError(x);
              }
            });
    waiter.start();
    x = 1;
    LOCK.writeLock().lock();
    ready = true;
    READY.signalAll();
    LOCK.writeLock().unlock();
    waiter.join();
  }
}
