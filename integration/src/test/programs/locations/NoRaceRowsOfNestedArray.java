/** Each thread fills a row of its own. */
class NoRaceRowsOfNestedArray {
  static final int[][] ROWS = new int[2][100];

  static void fill(int row) {
    for (int i = 0; i < 100; i++) {
      ROWS[row][i]++;
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
  }
}
