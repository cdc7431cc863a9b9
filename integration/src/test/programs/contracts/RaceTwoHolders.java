import java.util.concurrent.Semaphore;

/** SEM-4: two acquisitions do not order each other. */
class RaceTwoHolders {
  static final Semaphore PERMITS = new Semaphore(2);
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              PERMITS.acquireUninterruptibly();
            });
    Thread second =
        new Thread(
            () -> {
              PERMITS.acquireUninterruptibly();
              x = 2; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
