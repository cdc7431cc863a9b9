/** MON-1: equal string literals are one object with one monitor. */
class NoRaceMonitorOfLiteral {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              synchronized ("lock") {
                x++;
              }
            });
    Thread second =
        new Thread(
            () -> {
              synchronized ("lock") {
                x++;
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
    if (x != 2) {
      throw new AssertionError(x);
    }
  }
}
