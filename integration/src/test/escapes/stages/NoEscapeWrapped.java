package stages;

import java.util.concurrent.*;

// O1: who looks at an exception has seen its causes, too.
public class NoEscapeWrapped {
  public static void main(String[] args) throws Exception {
    CompletableFuture<Integer> inner = new CompletableFuture<>();
    CompletableFuture<Integer> outer = new CompletableFuture<>();
    IllegalStateException cause = new IllegalStateException("cause");
    inner.completeExceptionally(cause);
    outer.completeExceptionally(new RuntimeException("wrapper", cause));
    try {
      outer.join();
    } catch (CompletionException e) {
      System.out.println("recovered");
    }
  }
}
