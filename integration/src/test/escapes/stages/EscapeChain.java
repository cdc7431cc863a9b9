package stages;

import java.util.concurrent.*;

// F2: dependents pass the exception on, nobody looks at the last one.
public class EscapeChain {
  public static void main(String[] args) throws Exception {
    CompletableFuture<Integer> start = new CompletableFuture<>();
    CompletableFuture<Void> end =
        start
            .thenApply(x -> 1 / x) // ESCAPE completion-unobserved ArithmeticException
            .thenCompose(x -> CompletableFuture.completedFuture(x))
            .thenAccept(x -> System.out.println(x));
    start.complete(0);
    System.out.println(end.isDone());
  }
}
