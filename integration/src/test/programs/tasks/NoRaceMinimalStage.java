import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** CF-18: the future that a minimal stage gives, also one that is complete already. */
class NoRaceMinimalStage {
  static final CompletableFuture<Integer> SOURCE = new CompletableFuture<>();
  static final CompletionStage<Integer> STAGE = SOURCE.minimalCompletionStage();
  static int x;

  static void writer() {
    x = 1;
    SOURCE.complete(1);
  }

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(NoRaceMinimalStage::writer);
    t.start();
    while (STAGE.toCompletableFuture().getNow(null) == null) {
      Thread.onSpinWait();
    }
    int seen = x;
    t.join();
    if (seen != 1) {
      throw new AssertionError(seen);
    }
  }
}
