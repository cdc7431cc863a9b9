package perop;

import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Cost of single operations, with and without the race detector (Java).
 *
 * <p>Prints "name cpu-ns-per-op" for each operation; run once plainly and once with the detector
 * and subtract. The operations bear the names they have in ../../go and ../../cpp.
 *
 * <pre>
 * usage: java perop.Main [WARM_UP_MS [NAME...]]
 * </pre>
 */
public final class Main {
  /**
   * Measures.
   *
   * @param args milliseconds of warm-up for each operation (800 if absent), then names of
   *     operations (all if none)
   * @throws Exception if an operation fails
   */
  public static void main(String[] args) throws Exception {
    int warmUp = args.length > 0 ? Integer.parseInt(args[0]) : 800;
    List<String> names = args.length > 1 ? List.of(args).subList(1, args.length) : List.of();
    // A second thread is alive all the time, so that nothing is cheaper for want of one.
    CountDownLatch end = new CountDownLatch(1);
    Thread second = new Thread(() -> awaitQuietly(end), "second");
    second.start();

    Harness harness = new Harness(warmUp, names);
    new AccessOps().measure(harness);
    new SyncOps().measure(harness);
    new ThreadOps().measure(harness);

    end.countDown();
    second.join();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Main() {}
}
