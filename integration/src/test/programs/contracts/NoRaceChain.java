import java.util.concurrent.CompletableFuture;

/** CF-13 to CF-15, CF-18: each stage is ordered after the one before, whatever its outcome. */
class NoRaceChain {
  static int x;

  public static void main(String[] args) throws Exception {
    CompletableFuture.runAsync(() -> x++)
        .thenCompose(v -> CompletableFuture.runAsync(() -> x++))
        .thenRunAsync(
            () -> {
              x++;
              if (x > 0) {
                throw new IllegalStateException();
              }
            })
        .exceptionally(
            e -> {
              x++;
              return null;
            })
        .handleAsync((v, e) -> x++)
        .whenCompleteAsync((v, e) -> x++)
        .copy()
        .join();
    x++;
  }
}
