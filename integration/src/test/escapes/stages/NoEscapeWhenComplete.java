package stages;

import java.util.concurrent.CompletableFuture;

// O3: the callback is handed the exception.
public class NoEscapeWhenComplete {
  public static void main(String[] args) throws Exception {
    CompletableFuture<Integer> start = new CompletableFuture<>();
    CompletableFuture<Integer> end = start.thenApply(x -> 1 / x);
    end.whenComplete((value, thrown) -> System.out.println(thrown != null));
    start.complete(0);
    CompletableFuture<Integer> failed = CompletableFuture.completedFuture(0).thenApply(x -> 1 / x);
    failed.whenComplete((value, thrown) -> System.out.println(thrown != null));
    Thread.sleep(100);
  }
}
