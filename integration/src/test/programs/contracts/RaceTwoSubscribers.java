import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SubmissionPublisher;

/** FL-7: two subscribers of one publisher are not ordered. */
class RaceTwoSubscribers {
  static int received;

  public static void main(String[] args) throws Exception {
    CountDownLatch done = new CountDownLatch(2);
    ExecutorService pool = Executors.newCachedThreadPool();
    SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>(pool, 16);
    for (int k = 0; k < 2; k++) {
      publisher.consume(
          item -> {
            received++; // RACE received
            done.countDown();
            try {
              done.await();
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
          });
    }
    publisher.submit(1);
    done.await();
    publisher.close();
    pool.shutdown();
  }
}
