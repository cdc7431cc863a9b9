/** VOL-1: a read before the look at the flag is not ordered after the writer. */
class RaceReadBeforeFlag {
  static int x;
  static volatile boolean ready;

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              int seen = x; // RACE x
              while (!ready) {
                Thread.onSpinWait();
              }
            });
    reader.start();
    x = 1; // RACE x
    ready = true;
    reader.join();
  }
}
