import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** BQ-9, ST-1, ST-2: decorated tasks are asked and compared under the lock of the pool's queue. */
class NoRaceDecoratedTask {
  static class Decorated<V> implements RunnableScheduledFuture<V> {
    private RunnableScheduledFuture<V> task; // not final: ordered by the queue alone
    private int asked;

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
      asked++;
      return task.getDelay(unit);
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
    CountDownLatch rounds = new CountDownLatch(40);
    Thread[] submitters = new Thread[2];
    for (int t = 0; t < submitters.length; t++) {
      submitters[t] =
          new Thread(
              () -> {
                for (int i = 0; i < 5; i++) {
                  pool.scheduleAtFixedRate(rounds::countDown, i, 1, TimeUnit.MILLISECONDS);
                  pool.schedule(() -> 1, i, TimeUnit.MILLISECONDS);
                }
              });
      submitters[t].start();
    }
    for (Thread submitter : submitters) {
      submitter.join();
    }
    rounds.await();
    for (Runnable queued : pool.getQueue()) {
      ((Decorated<?>) queued).isPeriodic();
    }
    pool.shutdown();
    if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new AssertionError();
    }
  }
}
