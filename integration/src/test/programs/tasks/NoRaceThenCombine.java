import java.util.concurrent.CompletableFuture;

/** CF-9: a function of two sources is ordered after both. */
class NoRaceThenCombine {
  static int x;
  static int y;

  public static void main(String[] args) throws Exception {
    CompletableFuture<Void> a =
        CompletableFuture.runAsync(() -> x = 1, task -> new Thread(task).start());
    CompletableFuture<Void> b =
        CompletableFuture.runAsync(() -> y = 1, task -> new Thread(task).start());
    int sum = a.thenCombine(b, (u, v) -> x + y).join();
    if (sum != 2) {
      throw new AssertionError(sum);
    }
  }
}
