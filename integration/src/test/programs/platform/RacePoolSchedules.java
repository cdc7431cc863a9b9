// JDK 25+
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

/** ST-1: what follows the request is not ordered before the delayed task. */
class RacePoolSchedules {
  static int x;

  public static void main(String[] args) throws Exception {
    try (ForkJoinPool pool = new ForkJoinPool(2)) {
      CountDownLatch done = new CountDownLatch(1);
      pool.schedule(
          () -> {
            x++; // RACE x
            done.countDown();
          },
          1,
          TimeUnit.MILLISECONDS);
      x++; // RACE x
      done.await();
    }
  }
}
