package stages;

import java.util.concurrent.*;

// O2: the program asks whether the stage failed.
public class NoEscapeAsked {
  public static void main(String[] args) throws Exception {
    CompletableFuture<Integer> stage = new CompletableFuture<>();
    stage.completeExceptionally(new IllegalStateException());
    System.out.println(stage.isCompletedExceptionally());
  }
}
