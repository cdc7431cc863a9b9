import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** LK-5: await unlocks at its entry. */
class NoRaceAwaitUnlocks {
  static final ReentrantLock LOCK = new ReentrantLock();
  static final Condition READY = LOCK.newCondition();
  static int turn;
  static int x;

  static void play(int me) {
    LOCK.lock();
    try {
      for (int i = 0; i < 5; i++) {
        while (turn != me) {
          READY.awaitUninterruptibly();
        }
        x++;
        turn = 1 - me;
        READY.signalAll();
      }
    } finally {
      LOCK.unlock();
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              play(0);
            });
    Thread second =
        new Thread(
            () -> {
              play(1);
            });
    first.start();
    second.start();
    first.join();
    second.join();
    if (x != 10) {
      throw new AssertionError(x);
    }
  }
}
