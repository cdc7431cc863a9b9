package stages;

import java.util.concurrent.*;

// N5: nobody looks at allOf either.
public class EscapeAllOf {
  public static void main(String[] args) throws Exception {
    CompletableFuture<Integer> one = new CompletableFuture<>();
    CompletableFuture<Integer> two = new CompletableFuture<>();
    CompletableFuture<Void> all = CompletableFuture.allOf(one, two);
    one.complete(1);
    two.completeExceptionally(new IllegalStateException("two")); // ESCAPE completion-unobserved IllegalStateException
    System.out.println(all.isDone());
  }
}
