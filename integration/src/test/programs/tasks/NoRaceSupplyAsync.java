import java.util.concurrent.CompletableFuture;

/** CF-5, CF-6: to the function and back. */
class NoRaceSupplyAsync {
  static int x;

  public static void main(String[] args) throws Exception {
    x = 1;
    CompletableFuture<Integer> f = CompletableFuture.supplyAsync(() -> ++x);
    if (f.join() != 2 || x != 2) {
      throw new AssertionError();
    }
  }
}
