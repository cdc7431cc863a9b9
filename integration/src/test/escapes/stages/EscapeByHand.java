package stages;

import java.util.concurrent.*;

// F2: the program completes a stage that nobody looks at.
public class EscapeByHand {
  public static void main(String[] args) throws Exception {
    CompletableFuture<Integer> stage = new CompletableFuture<>();
    stage.completeExceptionally(new IllegalStateException("lost")); // ESCAPE completion-unobserved IllegalStateException
  }
}
