package deaths;

import java.util.concurrent.*;

// O2: the thread that joins a stage catches its exception.
public class NoEscapeThreadJoinsStage {
  public static void main(String[] args) throws Exception {
    CompletableFuture<Integer> stage = CompletableFuture.supplyAsync(() -> Integer.parseInt("x"));
    Thread thread =
        new Thread(
            () -> {
              try {
                System.out.println(stage.join());
              } catch (CompletionException e) {
                System.out.println("recovered");
              }
            });
    thread.start();
    thread.join();
  }
}
