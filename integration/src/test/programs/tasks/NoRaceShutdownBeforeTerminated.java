import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** EX-16: what comes before shutdown() comes before terminated(), which it causes. */
class NoRaceShutdownBeforeTerminated {
  static class Pool extends ThreadPoolExecutor {
    int total;

    Pool() {
      super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }

    @Override
    protected void terminated() {
      total++;
    }
  }

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 10; i++) {
      Pool pool = new Pool();
      pool.submit(() -> {}).get();
      pool.total = 1;
      if (i % 2 == 0) {
        pool.shutdown();
      } else {
        pool.shutdownNow();
      }
      pool.awaitTermination(1, TimeUnit.MINUTES);
      if (pool.total != 2) {
        throw new AssertionError();
      }
    }
  }
}
