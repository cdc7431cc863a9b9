package stages;

import java.util.concurrent.*;

// F2: what comes too late completes nothing, as the return value tells.
public class NoEscapeCompletedBefore {
  public static void main(String[] args) throws Exception {
    CompletableFuture<Integer> stage = CompletableFuture.completedFuture(1);
    stage.completeExceptionally(new IllegalStateException("too late"));
  }
}
