package stages;

import java.util.concurrent.*;

// O2: stages that depend on one that was asked carry the same exception.
public class NoEscapeCaughtBefore {
  public static void main(String[] args) throws Exception {
    CompletableFuture<Integer> stage = CompletableFuture.supplyAsync(() -> Integer.parseInt("x"));
    CompletableFuture<Integer> other = new CompletableFuture<>();
    try {
      stage.join();
    } catch (CompletionException e) {
      System.out.println("recovered");
      other.completeExceptionally(e.getCause());
    }
    stage.thenApply(x -> x + 1).thenAccept(System.out::println);
    other.thenRun(() -> System.out.println("never"));
  }
}
