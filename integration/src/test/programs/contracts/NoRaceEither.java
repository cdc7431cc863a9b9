import java.util.concurrent.CompletableFuture;

/** CF-10, CF-12: the winner is ordered before what follows. */
class NoRaceEither {
  static int x;

  public static void main(String[] args) throws Exception {
    CompletableFuture<Void> never = new CompletableFuture<>();
    CompletableFuture<Void> work = CompletableFuture.runAsync(() -> x++);
    work.runAfterEither(never, () -> x++).get();
    CompletableFuture.anyOf(never, CompletableFuture.runAsync(() -> x++)).get();
    x++;
  }
}
