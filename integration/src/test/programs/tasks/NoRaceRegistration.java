import java.util.concurrent.CompletableFuture;

/** CF-7, CF-8: a dependent function is ordered after the completion and after its registration. */
class NoRaceRegistration {
  static int x;
  static int y;

  public static void main(String[] args) throws Exception {
    CompletableFuture<String> f = new CompletableFuture<>();
    Thread completer =
        new Thread(
            () -> {
              y = 1;
              f.complete("done");
            });
    completer.start();
    x = 1;
    CompletableFuture<Void> g =
        f.thenRunAsync(
            () -> {
              if (x + y != 2) {
                throw new AssertionError();
              }
            },
            task -> new Thread(task).start());
    g.join();
    completer.join();
  }
}
