// JDK 25+
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** FJ-2, ST-1, ST-2: a fork/join pool orders a delayed task after its request, and its runs. */
class NoRacePoolSchedules {
  static int before;
  static int runs;

  public static void main(String[] args) throws Exception {
    try (ForkJoinPool pool = new ForkJoinPool(3)) {
      for (int i = 0; i < 5; i++) {
        before++;
        pool.schedule(() -> before++, 1, TimeUnit.MILLISECONDS).get();
      }
      CountDownLatch enough = new CountDownLatch(20);
      runs = 1;
      ScheduledFuture<?> periodic =
          pool.scheduleAtFixedRate(
              () -> {
                runs++;
                enough.countDown();
              },
              1,
              1,
              TimeUnit.MILLISECONDS);
      enough.await();
      periodic.cancel(false);
    }
    runs++;
  }
}
