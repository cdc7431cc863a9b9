/** F4, SY-8: formatting text shares caches and orders nothing. */
class RaceFormat {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              String.format("%d %.2f %s", 1, 1.5, "x");
            });
    Thread second =
        new Thread(
            () -> {
              String.format("%d %.2f %s", 1, 1.5, "x");
              x = 2; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
