import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** EX-24: two submitters of one pool are not ordered. */
class RaceSubmitters {
  static final ExecutorService POOL =
      Executors.newFixedThreadPool(
          1,
          r -> {
            Thread t = new Thread(r);
            t.setDaemon(true);
            return t;
          });
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              POOL.execute(Thread::onSpinWait);
            });
    Thread second =
        new Thread(
            () -> {
              POOL.execute(Thread::onSpinWait);
              x = 2; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
