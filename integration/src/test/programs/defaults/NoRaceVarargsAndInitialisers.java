/** DEF-1: array initialisers and varargs make fresh arrays in each thread. */
class NoRaceVarargsAndInitialisers {
  static int sum(int... cells) {
    int sum = 0;
    for (int cell : cells) {
      sum += cell;
    }
    return sum;
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              int[] cells = {1, 2, 3};
              cells[0] = sum(cells) + sum(1, 2, 3);
              if (cells[0] != 12) {
                throw new AssertionError();
              }
            });
    Thread second =
        new Thread(
            () -> {
              int[] cells = {1, 2, 3};
              cells[0] = sum(cells) + sum(1, 2, 3);
              if (cells[0] != 12) {
                throw new AssertionError();
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
