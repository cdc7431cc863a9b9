package stages;

import java.util.concurrent.*;

// O2: somebody waits in get already when the stage is completed.
public class NoEscapeWaiting {
  public static void main(String[] args) throws Exception {
    CompletableFuture<Integer> stage = new CompletableFuture<>();
    Thread waiting =
        new Thread(
            () -> {
              try {
                stage.get();
              } catch (InterruptedException | ExecutionException e) {
                System.out.println("recovered");
              }
            });
    waiting.setDaemon(true);
    waiting.start();
    Thread.sleep(100);
    stage.completeExceptionally(new IllegalStateException());
  }
}
