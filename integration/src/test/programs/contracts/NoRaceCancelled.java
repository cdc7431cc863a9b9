import java.util.concurrent.FutureTask;

/** FT-2: the canceller is ordered before who sees the cancellation. */
class NoRaceCancelled {
  static int x;

  public static void main(String[] args) throws Exception {
    FutureTask<Integer> task = new FutureTask<>(() -> 1);
    Thread first =
        new Thread(
            () -> {
              x = 1;
              task.cancel(true);
            });
    first.start();
    while (!task.isCancelled()) {
      Thread.onSpinWait();
    }
    x++;
    first.join();
  }
}
