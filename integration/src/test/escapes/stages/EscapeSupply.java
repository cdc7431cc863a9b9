package stages;

import java.util.concurrent.*;

// F2: nobody looks at the stage.
public class EscapeSupply {
  public static void main(String[] args) throws Exception {
    CompletableFuture<?> stage = CompletableFuture.supplyAsync(() -> Integer.parseInt("x")); // ESCAPE completion-unobserved NumberFormatException
    while (!stage.isDone()) {
      Thread.onSpinWait();
    }
  }
}
