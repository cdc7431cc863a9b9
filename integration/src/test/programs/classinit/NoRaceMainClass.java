/** CLI-1: the statics of the main class. */
class NoRaceMainClass {
  static int[] cells = {1, 2, 3};
  static int x = Integer.parseInt("5");

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              if (cells[1] + x != 7) {
                throw new AssertionError();
              }
            });
    Thread second =
        new Thread(
            () -> {
              if (cells[1] + x != 7) {
                throw new AssertionError();
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
