import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** CF-16: asking for a time-out is ordered before what it leads to. */
class NoRaceTimedStages {
  static int x;
  static int y;
  static int z;

  public static void main(String[] args) throws Exception {
    x = 1;
    CompletableFuture<Integer> late =
        new CompletableFuture<Integer>().completeOnTimeout(7, 5, TimeUnit.MILLISECONDS);
    CompletableFuture<Void> first = late.thenAccept(v -> x++);
    y = 1;
    CompletableFuture<Object> failed =
        new CompletableFuture<>().orTimeout(5, TimeUnit.MILLISECONDS).handle((v, e) -> y++);
    z = 1;
    CompletableFuture<Void> delayed =
        CompletableFuture.runAsync(
            () -> z++, CompletableFuture.delayedExecutor(5, TimeUnit.MILLISECONDS));
    first.join();
    failed.join();
    delayed.join();
    x++;
    y++;
    z++;
  }
}
