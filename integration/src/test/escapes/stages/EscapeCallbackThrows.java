package stages;

import java.util.concurrent.*;

// F2: a callback recovers one exception and throws another.
public class EscapeCallbackThrows {
  public static void main(String[] args) throws Exception {
    CompletableFuture<Object> start = new CompletableFuture<>();
    start.handle(
        (value, thrown) -> {
          throw new IllegalStateException("lost"); // ESCAPE completion-unobserved IllegalStateException
        });
    start.completeExceptionally(new java.io.IOException("seen"));
  }
}
