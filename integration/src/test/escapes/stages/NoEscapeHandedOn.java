package stages;

import java.util.concurrent.*;

// O1: who was handed an exception may complete a stage with it that nobody looks at.
public class NoEscapeHandedOn {
  public static void main(String[] args) throws Exception {
    CompletableFuture<Integer> stage = new CompletableFuture<>();
    CompletableFuture<Integer> copy = new CompletableFuture<>();
    stage.whenComplete((value, thrown) -> copy.completeExceptionally(thrown));
    stage.completeExceptionally(new IllegalStateException());
  }
}
