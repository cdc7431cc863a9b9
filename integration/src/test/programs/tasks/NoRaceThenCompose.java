import java.util.concurrent.CompletableFuture;

/** CF-14: thenCompose, handle and whenComplete. */
class NoRaceThenCompose {
  static int x;

  public static void main(String[] args) throws Exception {
    int result =
        CompletableFuture.supplyAsync(() -> ++x)
            .thenCompose(v -> CompletableFuture.supplyAsync(() -> v + ++x))
            .handle((v, e) -> v + ++x)
            .whenComplete((v, e) -> x++)
            .join();
    if (x != 4 || result != 6) {
      throw new AssertionError(result);
    }
  }
}
