import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;

/** SEM-4: two permits let two threads in; to acquire orders nothing for the next who acquires. */
class RaceTwoPermits {
  static final Semaphore PERMITS = new Semaphore(2);
  static final CyclicBarrier INSIDE = new CyclicBarrier(2);
  static int x;

  static void work() {
    PERMITS.acquireUninterruptibly();
    sneak(() -> INSIDE.await());
    x++; // RACE x
    sneak(() -> INSIDE.await());
    PERMITS.release();
  }

  static void sneak(Callable<?> action) {
    try {
      action.call();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              work();
            });
    Thread second =
        new Thread(
            () -> {
              work();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
