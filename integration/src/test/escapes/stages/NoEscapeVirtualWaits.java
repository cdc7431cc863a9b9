package stages;

import java.util.concurrent.*;

// O2: at the end of the JVM a virtual thread may be about to look.
// JDK 21+
// EXIT 3
public class NoEscapeVirtualWaits {
  public static void main(String[] args) throws Exception {
    CompletableFuture<Integer> stage = new CompletableFuture<>();
    CountDownLatch runs = new CountDownLatch(1);
    Thread.startVirtualThread(
        () -> {
          runs.countDown();
          try {
            Thread.sleep(60_000);
            System.out.println(stage.join());
          } catch (InterruptedException | CompletionException e) {
            System.out.println("recovered");
          }
        });
    runs.await();
    stage.completeExceptionally(new IllegalStateException());
    System.exit(3);
  }
}
