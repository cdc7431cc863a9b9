import java.util.concurrent.Semaphore;

/** SEM-1: one permit makes a mutex. */
class NoRaceSemaphore {
  static final Semaphore PERMIT = new Semaphore(1);
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              PERMIT.acquireUninterruptibly();
              x++;
              PERMIT.release();
            });
    Thread second =
        new Thread(
            () -> {
              PERMIT.acquireUninterruptibly();
              x++;
              PERMIT.release();
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
