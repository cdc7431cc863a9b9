package stages;

import java.util.concurrent.*;

// N1: the program cancels a stage.
public class NoEscapeCancelled {
  public static void main(String[] args) throws Exception {
    CompletableFuture<Integer> stage = new CompletableFuture<>();
    CompletableFuture<Integer> dependent = stage.thenApply(x -> x + 1);
    stage.cancel(true);
    System.out.println(dependent.isDone());
  }
}
