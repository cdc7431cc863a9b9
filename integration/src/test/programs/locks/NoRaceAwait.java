import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** LK-5: await has locked again when it returns. */
class NoRaceAwait {
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
              if (x != 1) {
                throw new AssertionError(x);
              }
            });
    waiter.start();
    Thread.sleep(10);
    x = 1;
    LOCK.lock();
    ready = true;
    READY.signalAll();
    LOCK.unlock();
    waiter.join();
  }
}
