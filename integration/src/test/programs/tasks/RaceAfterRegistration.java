import java.util.concurrent.CompletableFuture;

/** CF-8: what the registrant does after registration and completion is not ordered. */
class RaceAfterRegistration {
  static int x;

  public static void main(String[] args) throws Exception {
    CompletableFuture<String> f = CompletableFuture.completedFuture("done");
    CompletableFuture<Void> g =
        f.thenRunAsync(
            () -> {
              int seen = x; // RACE x
            },
            task -> new Thread(task).start());
    x = 1; // RACE x
    g.join();
  }
}
