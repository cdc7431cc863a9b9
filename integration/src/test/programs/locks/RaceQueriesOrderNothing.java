import java.util.concurrent.locks.ReentrantLock;

/** LK-7: the queries of a lock are no synchronisation. */
class RaceQueriesOrderNothing {
  static final ReentrantLock LOCK = new ReentrantLock();
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              LOCK.lock();
              LOCK.unlock();
            });
    Thread second =
        new Thread(
            () -> {
              boolean locked =
                  LOCK.isLocked() || LOCK.hasQueuedThreads() || LOCK.isHeldByCurrentThread();
              int seen = x; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
