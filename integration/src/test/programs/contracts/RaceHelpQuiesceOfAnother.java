import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/** FJ-10: that one pool is quiescent says nothing of a task of another. */
class RaceHelpQuiesceOfAnother {
  static int value;

  public static void main(String[] args) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(2);
    ForkJoinPool other = new ForkJoinPool(2);
    CountDownLatch both = new CountDownLatch(2);
    other.execute(() -> write(both));
    pool.submit(
            () -> {
              ForkJoinTask.adapt(() -> {}).fork();
              both.countDown();
              ForkJoinTask.helpQuiesce();
              value++; // RACE value
            })
        .get();
    both.await();
    pool.shutdown();
    other.shutdown();
  }

  static void write(CountDownLatch both) {
    value++; // RACE value
    both.countDown();
  }
}
