/** DEF-1: an assignment of zero is a write like any other. */
class RaceExplicitZero {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 0; // RACE x
            });
    Thread second =
        new Thread(
            () -> {
              int seen = x; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
