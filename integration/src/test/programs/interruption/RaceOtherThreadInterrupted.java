/** INT-1: an interrupt orders the interrupted thread only. */
class RaceOtherThreadInterrupted {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread t =
        new Thread(
            () -> {
              try {
                Thread.sleep(60_000);
              } catch (InterruptedException e) {
                return;
              }
            });
    Thread other =
        new Thread(
            () -> {
              int seen = x; // RACE x
            });
    t.start();
    other.start();
    x = 1; // RACE x
    t.interrupt();
    t.join();
    other.join();
  }
}
