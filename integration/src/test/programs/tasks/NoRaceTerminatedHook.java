import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** EX-16: what terminated() does comes before the pool is seen terminated. */
class NoRaceTerminatedHook {
  static class Pool extends ThreadPoolExecutor {
    int total;

    Pool() {
      super(2, 2, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }

    @Override
    protected void terminated() {
      total++;
    }
  }

  public static void main(String[] args) throws Exception {
    Pool pool = new Pool();
    pool.execute(() -> {});
    pool.execute(() -> {});
    pool.shutdown();
    pool.awaitTermination(1, TimeUnit.MINUTES);
    if (pool.total != 1) {
      throw new AssertionError();
    }
  }
}
