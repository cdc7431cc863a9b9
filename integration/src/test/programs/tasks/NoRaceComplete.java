import java.util.concurrent.CompletableFuture;

/** CF-1: complete and join. */
class NoRaceComplete {
  static int x;

  public static void main(String[] args) throws Exception {
    CompletableFuture<String> f = new CompletableFuture<>();
    new Thread(
            () -> {
              x = 1;
              f.complete("done");
            })
        .start();
    f.join();
    if (x != 1) {
      throw new AssertionError(x);
    }
  }
}
