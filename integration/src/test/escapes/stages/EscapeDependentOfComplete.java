package stages;

import java.util.concurrent.*;

// F2: a dependent fails at once.
public class EscapeDependentOfComplete {
  public static void main(String[] args) throws Exception {
    CompletableFuture.completedFuture("x").thenApply(x -> Integer.parseInt(x)).thenRun(() -> {}); // ESCAPE completion-unobserved NumberFormatException
  }
}
