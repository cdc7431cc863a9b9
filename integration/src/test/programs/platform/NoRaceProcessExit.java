import java.util.concurrent.CompletableFuture;

/** E10: registering for a process's end is ordered before the stage that runs then. */
class NoRaceProcessExit {
  static int x;

  public static void main(String[] args) throws Exception {
    Process process = new ProcessBuilder("true").start();
    x = 1;
    CompletableFuture<Void> end = process.onExit().thenAccept(p -> x++);
    end.join();
    x++;
  }
}
