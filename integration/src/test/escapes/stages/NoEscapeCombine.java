package stages;

import java.util.concurrent.*;

// N5: one exception of two combined stages stands for both.
public class NoEscapeCombine {
  public static void main(String[] args) throws Exception {
    CompletableFuture<Integer> one = new CompletableFuture<>();
    CompletableFuture<Integer> two = new CompletableFuture<>();
    CompletableFuture<Integer> sum = one.thenCombine(two, Integer::sum);
    two.completeExceptionally(new IllegalStateException("two"));
    one.completeExceptionally(new IllegalStateException("one"));
    try {
      sum.join();
    } catch (CompletionException e) {
      System.out.println("recovered");
    }
  }
}
