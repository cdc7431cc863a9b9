import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** LK-6: signal itself orders nothing; the write comes after the unlock. */
class RaceWriteAfterSignal {
  static final ReentrantLock LOCK = new ReentrantLock();
  static final Condition READY = LOCK.newCondition();
  static boolean ready;
  static int x;

  public static void main(String[] args) throws Exception {
    Thread waiter =
        new Thread(
            () -> {
              LOCK.lock();
              try {
                while (!ready) {
                  READY.await();
                }
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              } finally {
                LOCK.unlock();
              }
              int seen = x; // RACE x
            });
    waiter.start();
    LOCK.lock();
    ready = true;
    READY.signal();
    LOCK.unlock();
    x = 1; // RACE x
    waiter.join();
  }
}
