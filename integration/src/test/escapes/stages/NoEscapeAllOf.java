package stages;

import java.util.concurrent.*;

// N5: one exception of allOf stands for all.
public class NoEscapeAllOf {
  public static void main(String[] args) throws Exception {
    CompletableFuture<Integer> one = new CompletableFuture<>();
    CompletableFuture<Integer> two = new CompletableFuture<>();
    CompletableFuture<Void> all = CompletableFuture.allOf(one, two);
    one.completeExceptionally(new IllegalStateException("one"));
    two.completeExceptionally(new IllegalStateException("two"));
    try {
      all.join();
    } catch (CompletionException e) {
      System.out.println("recovered");
    }
  }
}
