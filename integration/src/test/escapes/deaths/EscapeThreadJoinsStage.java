package deaths;

import java.util.concurrent.*;

// D1: the exception of a stage ends the thread that joins it.
public class EscapeThreadJoinsStage {
  public static void main(String[] args) throws Exception {
    CompletableFuture<Integer> stage = CompletableFuture.supplyAsync(() -> Integer.parseInt("x"));
    Thread thread = new Thread(() -> System.out.println(stage.join()));
    thread.start(); // ESCAPE thread-death CompletionException
    thread.join();
  }
}
