import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** EX-14: invokeAny is ordered after the task whose result it returns, not after the others. */
class RaceInvokeAny {
  static final ExecutorService POOL = Executors.newFixedThreadPool(2);
  static int x;
  static volatile boolean go;
  static final CountDownLatch STARTED = new CountDownLatch(1);

  public static void main(String[] args) throws Exception {
    Callable<String> loser =
        () -> {
          STARTED.countDown();
          x = 1; // RACE x
          while (!go) {
            Thread.onSpinWait();
          }
          return "loser";
        };
    Callable<String> winner =
        () -> {
          STARTED.await();
          return "winner";
        };
    if (!POOL.invokeAny(List.of(loser, winner)).equals("winner")) {
      throw new AssertionError();
    }
    int seen = x; // RACE x
    go = true;
    POOL.shutdown();
    if (!POOL.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new AssertionError();
    }
  }
}
