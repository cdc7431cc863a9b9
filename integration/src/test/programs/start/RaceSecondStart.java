/** THR-1: a start that throws orders nothing. */
class RaceSecondStart {
  static int x;
  static volatile boolean go;

  public static void main(String[] args) throws Exception {
    Thread t =
        new Thread(
            () -> {
              while (!go) {
                Thread.onSpinWait();
              }
            });
    Thread reader =
        new Thread(
            () -> {
              int seen = x; // RACE x
            });
    t.start();
    reader.start();
    x = 1; // RACE x
    try {
      reader.start();
      throw new AssertionError();
    } catch (IllegalThreadStateException e) {
      go = true;
    }
    t.join();
    reader.join();
  }
}
