package stages;

import java.util.concurrent.*;

// N3: so do applyToEither and its kin.
public class NoEscapeEither {
  public static void main(String[] args) throws Exception {
    CompletableFuture<Integer> early = new CompletableFuture<>();
    CompletableFuture<Integer> late = new CompletableFuture<>();
    CompletableFuture<Integer> either = early.applyToEither(late, x -> x);
    early.complete(1);
    System.out.println(either.join());
    late.completeExceptionally(new IllegalStateException());
  }
}
