import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** CF-13: two functions of one source are not ordered. */
class RaceSiblingStages {
  static int x;

  public static void main(String[] args) throws Exception {
    Executor threads = task -> new Thread(task).start();
    CompletableFuture<String> f = new CompletableFuture<>();
    CompletableFuture<Void> a =
        f.thenRunAsync(
            () -> {
              x++; // RACE x
            },
            threads);
    CompletableFuture<Void> b =
        f.thenRunAsync(
            () -> {
              x++; // RACE x
            },
            threads);
    f.complete("done");
    a.join();
    b.join();
  }
}
