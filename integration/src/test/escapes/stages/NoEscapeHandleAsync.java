package stages;

import java.util.concurrent.CompletableFuture;

// O3: the callback is handed the exception.
public class NoEscapeHandleAsync {
  public static void main(String[] args) throws Exception {
    CompletableFuture<Integer> start = new CompletableFuture<>();
    CompletableFuture<Integer> end = start.thenApply(x -> 1 / x);
    end.handleAsync((value, thrown) -> -1);
    start.complete(0);
    CompletableFuture<Integer> failed = CompletableFuture.completedFuture(0).thenApply(x -> 1 / x);
    failed.handleAsync((value, thrown) -> -1);
    Thread.sleep(100);
  }
}
