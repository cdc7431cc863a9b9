package stages;

import java.util.concurrent.*;

// O2: join on a late dependent, after the first stages are collected.
public class NoEscapeJoinLate {
  public static void main(String[] args) throws Exception {
    CompletableFuture<Integer> end =
        CompletableFuture.supplyAsync(() -> Integer.parseInt("x"))
            .thenApply(x -> x + 1)
            .thenApplyAsync(x -> x * 2);
    for (int i = 0; i < 10; i++) {
      System.gc();
      Thread.sleep(20);
    }
    try {
      end.get();
    } catch (ExecutionException e) {
      System.out.println("recovered");
    }
  }
}
