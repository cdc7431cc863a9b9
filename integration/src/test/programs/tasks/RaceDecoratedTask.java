import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** BQ-9: what is written after the submission is not ordered before the question for the delay. */
class RaceDecoratedTask {
  static class Decorated<V> implements RunnableScheduledFuture<V> {
    private RunnableScheduledFuture<V> task; // not final: ordered by the queue alone
    private int asked;
    int extra;

    Decorated(RunnableScheduledFuture<V> task) {
      this.task = task;
    }

    @Override
    public int compareTo(Delayed other) {
      asked++;
      return task.compareTo(((Decorated<?>) other).task);
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return task.getDelay(unit) + extra; // RACE extra
    }

    @Override
    public boolean isPeriodic() {
      return task.isPeriodic();
    }

    @Override
    public void run() {
      task.run();
    }

    @Override
    public boolean cancel(boolean interrupt) {
      return task.cancel(interrupt);
    }

    @Override
    public boolean isCancelled() {
      return task.isCancelled();
    }

    @Override
    public boolean isDone() {
      return task.isDone();
    }

    @Override
    public V get() throws InterruptedException, ExecutionException {
      return task.get();
    }

    @Override
    public V get(long time, TimeUnit unit)
        throws InterruptedException, ExecutionException, TimeoutException {
      return task.get(time, unit);
    }
  }

  static class Pool extends ScheduledThreadPoolExecutor {
    Pool() {
      super(2);
    }

    @Override
    protected <V> RunnableScheduledFuture<V> decorateTask(
        Runnable run, RunnableScheduledFuture<V> task) {
      return new Decorated<>(task);
    }

    @Override
    protected <V> RunnableScheduledFuture<V> decorateTask(
        Callable<V> call, RunnableScheduledFuture<V> task) {
      return new Decorated<>(task);
    }
  }

  public static void main(String[] args) throws Exception {
    Pool pool = new Pool();
    CountDownLatch rounds = new CountDownLatch(3);
    pool.execute(() -> {}); // starts a worker
    Decorated<?> task =
        (Decorated<?>)
            pool.scheduleAtFixedRate(
                rounds::countDown,
                1,
                1,
                TimeUnit.MILLISECONDS);
    task.extra = 0; // RACE extra
    rounds.await();
    pool.shutdown();
    if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new AssertionError();
    }
  }
}
