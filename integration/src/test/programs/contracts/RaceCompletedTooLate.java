import java.util.concurrent.CompletableFuture;

/** CF-4: who completes a future that is complete already releases nothing. */
class RaceCompletedTooLate {
  static final CompletableFuture<String> FUTURE = CompletableFuture.completedFuture("early");
  static int x;
  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              if (FUTURE.complete("late") || FUTURE.completeExceptionally(new Exception())) {
                throw new AssertionError();
              }
            });
    Thread second =
        new Thread(
            () -> {
              FUTURE.join();
              x = 2; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
