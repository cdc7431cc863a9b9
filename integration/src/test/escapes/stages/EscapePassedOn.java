package stages;

import java.util.concurrent.*;

// F2: the function of a stage lets the exception of another one pass.
public class EscapePassedOn {
  public static void main(String[] args) throws Exception {
    CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> Integer.parseInt("x"));
    CompletableFuture<Void> second = CompletableFuture.runAsync(() -> System.out.println(first.join())); // ESCAPE completion-unobserved NumberFormatException
    while (!second.isDone()) {
      Thread.onSpinWait();
    }
  }
}
