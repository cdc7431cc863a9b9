/** INT-1: a write after interrupt is not ordered. */
class RaceWriteAfterInterrupt {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread t =
        new Thread(
            () -> {
              try {
                Thread.sleep(60_000);
              } catch (InterruptedException e) {
                int seen = x; // RACE x
              }
            });
    t.start();
    t.interrupt();
    x = 1; // RACE x
    t.join();
  }
}
