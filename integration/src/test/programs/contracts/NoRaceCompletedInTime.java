import java.util.concurrent.CompletableFuture;

/** CF-1: who completes a future releases, though another one comes too late. */
class NoRaceCompletedInTime {
  static final CompletableFuture<String> FUTURE = new CompletableFuture<>();
  static int x;
  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1;
              if (!FUTURE.complete("early") || FUTURE.complete("late") || FUTURE.cancel(false)) {
                throw new AssertionError();
              }
            });
    Thread second =
        new Thread(
            () -> {
              FUTURE.join();
              x = 2;
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
