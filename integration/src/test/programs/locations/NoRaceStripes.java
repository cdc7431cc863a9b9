/** Two threads take the even and the odd elements of one array. */
class NoRaceStripes {
  static final int[] CELLS = new int[1_000];

  static void fill(int from) {
    for (int i = from; i < CELLS.length; i += 2) {
      CELLS[i]++;
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              fill(0);
            });
    Thread second =
        new Thread(
            () -> {
              fill(1);
            });
    first.start();
    second.start();
    first.join();
    second.join();
    for (int cell : CELLS) {
      if (cell != 1) {
        throw new AssertionError(cell);
      }
    }
  }
}
