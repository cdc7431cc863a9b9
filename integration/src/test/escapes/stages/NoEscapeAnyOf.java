package stages;

import java.util.concurrent.*;

// N3: anyOf needs one result only, whenever the others fail.
public class NoEscapeAnyOf {
  public static void main(String[] args) throws Exception {
    CompletableFuture<Integer> early = new CompletableFuture<>();
    CompletableFuture<Integer> late = new CompletableFuture<>();
    CompletableFuture<Object> any = CompletableFuture.anyOf(early, late.thenApply(x -> 1 / x));
    early.complete(1);
    System.out.println(any.join());
    late.complete(0);
  }
}
