import java.util.concurrent.CompletableFuture;

/** CF-11: allOf is ordered after all. */
class NoRaceAllOf {
  static final int[] CELLS = new int[5];

  public static void main(String[] args) throws Exception {
    CompletableFuture<?>[] all = new CompletableFuture<?>[5];
    for (int i = 0; i < 5; i++) {
      int cell = i;
      all[i] = CompletableFuture.runAsync(() -> CELLS[cell] = 1);
    }
    CompletableFuture.allOf(all).join();
    for (int cell : CELLS) {
      if (cell != 1) {
        throw new AssertionError();
      }
    }
  }
}
