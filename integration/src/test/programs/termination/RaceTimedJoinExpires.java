/** TERM-2: a timed join that returned because its time was up orders nothing. */
class RaceTimedJoinExpires {
  static int x;
  static volatile boolean go;

  public static void main(String[] args) throws Exception {
    Thread t =
        new Thread(
            () -> {
              x = 1; // RACE x
              while (!go) {
                Thread.onSpinWait();
              }
            });
    t.start();
    t.join(20);
    int seen = x; // RACE x
    go = true;
    t.join();
  }
}
