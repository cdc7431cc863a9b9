/** VOL-2: a volatile write is not ordered before another volatile write. */
class RaceTwoVolatileWriters {
  static int x;
  static volatile int v;

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
              v = 2;
              int seen = x; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
