import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** LK-5: await with a time has locked again when its time is up. */
class NoRaceTimedAwait {
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
                  boolean signalled = READY.await(1, TimeUnit.MILLISECONDS);
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
