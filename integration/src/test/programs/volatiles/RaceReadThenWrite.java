/** VOL-3: a volatile read is not ordered before a later volatile write. */
class RaceReadThenWrite {
  static int x;
  static volatile int v;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              int seen = v;
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
