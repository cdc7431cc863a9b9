import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;

/** CF-13: two functions of one source are not ordered; the barrier makes both begin first. */
class RaceSiblingStages {
  static final CyclicBarrier BOTH = new CyclicBarrier(2);
  static int x;

  static void meet() {
    try {
      BOTH.await();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  public static void main(String[] args) throws Exception {
    Executor threads = task -> new Thread(task).start();
    CompletableFuture<String> f = new CompletableFuture<>();
    CompletableFuture<Void> a =
        f.thenRunAsync(
            () -> {
              meet();
              x++; // RACE x
            },
            threads);
    CompletableFuture<Void> b =
        f.thenRunAsync(
            () -> {
              meet();
              x++; // RACE x
            },
            threads);
    f.complete("done");
    a.join();
    b.join();
  }
}
