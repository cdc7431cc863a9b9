/** VOL-1: the write of one volatile field is not seen by reads of another. */
class RaceOtherVolatileField {
  static int x;
  static volatile int v;
  static volatile int w;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              v = 1;
            });
    Thread second =
        new Thread(
            () -> {
              int seen = w;
              seen = x; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
