/** VOL-1: a write after the volatile write is not ordered before the reader. */
class RaceWriteAfterPublish {
  static int x;
  static volatile boolean ready;

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              while (!ready) {
                Thread.onSpinWait();
              }
              int seen = x; // RACE x
            });
    reader.start();
    x = 1;
    ready = true;
    x = 2; // RACE x
    reader.join();
  }
}
