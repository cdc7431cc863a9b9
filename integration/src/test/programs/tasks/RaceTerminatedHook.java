import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** EX-16: shutdown() does not wait for terminated(). */
class RaceTerminatedHook {
  static class Pool extends ThreadPoolExecutor {
    int total;

    Pool() {
      super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }

    @Override
    protected void terminated() {
      total++; // RACE Pool.total
    }
  }

  public static void main(String[] args) throws Exception {
    CountDownLatch mayEnd = new CountDownLatch(1);
    Pool pool = new Pool();
    pool.execute(
        () -> {
          try {
            mayEnd.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    pool.shutdown();
    mayEnd.countDown();
    int seen = pool.total; // RACE Pool.total
    pool.awaitTermination(1, TimeUnit.MINUTES);
    if (seen > pool.total) {
      throw new AssertionError();
    }
  }
}
