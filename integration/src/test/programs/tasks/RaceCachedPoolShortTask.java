import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * EX-24: who submits a task to a cached pool is in no order with its execution, however short it is
 * and although the hand-over to an idle worker is synchronous.
 */
public class RaceCachedPoolShortTask {

  private static int first;
  private static int second;
  private static int third;

  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newCachedThreadPool();
    CountDownLatch warm = new CountDownLatch(1);
    pool.execute(warm::countDown);
    warm.await();
    idle();
    pool.execute(() -> first = 1); // RACE first
    idle();
    first = 2; // RACE first
    pool.execute(() -> second = 1); // RACE second
    idle();
    second = 2; // RACE second
    pool.execute(() -> third = 1); // RACE third
    idle();
    third = 2; // RACE third
    pool.shutdown();
  }

  /** Long enough for a worker to become idle; orders nothing. */
  private static void idle() throws InterruptedException {
    Thread.sleep(100);
  }
}
