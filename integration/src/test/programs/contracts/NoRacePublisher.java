import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

/**
 * FL-1 to FL-4: the signals of one subscription come one after the other, after what they carry.
 */
class NoRacePublisher {
  static int received;

  public static void main(String[] args) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    try (SubmissionPublisher<int[]> publisher = new SubmissionPublisher<>()) {
      publisher.subscribe(
          new Flow.Subscriber<>() {
            Flow.Subscription subscription;

            @Override
            public void onSubscribe(Flow.Subscription s) {
              subscription = s;
              s.request(1);
            }

            @Override
            public void onNext(int[] item) {
              received += item[0];
              item[0] = 0;
              subscription.request(1);
            }

            @Override
            public void onError(Throwable t) {
              done.countDown();
            }

            @Override
            public void onComplete() {
              received++;
              done.countDown();
            }
          });
      for (int i = 0; i < 100; i++) {
        publisher.submit(new int[] {1});
      }
    }
    done.await();
    if (received != 101) {
      throw new AssertionError(received);
    }
  }
}
