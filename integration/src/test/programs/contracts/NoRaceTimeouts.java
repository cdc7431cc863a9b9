import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** CF-16: the thread that completes a future when its time is over comes after the registration. */
class NoRaceTimeouts {
  static int x;

  public static void main(String[] args) throws Exception {
    x = 1;
    CompletableFuture<Integer> late =
        new CompletableFuture<Integer>().completeOnTimeout(1, 5, TimeUnit.MILLISECONDS);
    late.thenAccept(v -> x++).get();
    x++;
    CompletableFuture.runAsync(
            () -> x++, CompletableFuture.delayedExecutor(5, TimeUnit.MILLISECONDS))
        .get();
    x++;
    try {
      new CompletableFuture<Integer>()
          .orTimeout(5, TimeUnit.MILLISECONDS)
          .whenComplete((v, e) -> x++)
          .get();
    } catch (ExecutionException expected) {
      x++;
    }
  }
}
