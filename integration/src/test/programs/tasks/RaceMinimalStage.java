import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** CF-18: what comes after the completion is not ordered by a minimal stage. */
class RaceMinimalStage {
  static final CompletableFuture<Integer> SOURCE = new CompletableFuture<>();
  static final CompletionStage<Integer> STAGE = SOURCE.minimalCompletionStage();
  static int x;

  static void writer() {
    SOURCE.complete(1);
    x = 1; // RACE x
  }

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(RaceMinimalStage::writer);
    t.start();
    while (STAGE.toCompletableFuture().getNow(null) == null) {
      Thread.onSpinWait();
    }
    int seen = x; // RACE x
    t.join();
  }
}
