/** L 17.3: a sleep that returns orders nothing. */
class RaceSleepReturns {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread t =
        new Thread(
            () -> {
              try {
                Thread.sleep(20);
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
              int seen = x; // RACE x
            });
    t.start();
    x = 1; // RACE x
    t.join();
  }
}
