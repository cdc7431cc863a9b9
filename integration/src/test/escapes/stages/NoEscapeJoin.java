package stages;

import java.util.concurrent.*;

// O2: join throws the exception.
public class NoEscapeJoin {
  public static void main(String[] args) throws Exception {
    CompletableFuture<Integer> stage = CompletableFuture.supplyAsync(() -> Integer.parseInt("x"));
    try {
      stage.join();
    } catch (CompletionException e) {
      System.out.println("recovered");
    }
  }
}
