/** INT-1: an interrupted take from an empty queue. */
class NoRaceInterruptedTake {
  static int x;

  public static void main(String[] args) throws Exception {
    java.util.concurrent.BlockingQueue<String> queue =
        new java.util.concurrent.LinkedBlockingQueue<>();
    Thread t =
        new Thread(
            () -> {
              try {
                queue.take();
                throw new AssertionError();
              } catch (InterruptedException e) {
                if (x != 1) {
                  throw new AssertionError(x);
                }
              }
            });
    t.start();
    x = 1;
    t.interrupt();
    t.join();
  }
}
