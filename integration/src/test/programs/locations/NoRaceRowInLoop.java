/** L 17.4.5: loops over different rows, columns, and over none at all. */
class NoRaceRowInLoop {
  static final double[][] ROWS = new double[4][100];
  static final int[][] GRID = new int[4][100];

  static double fill(double[][] rows, int[][] grid, int i, int n) {
    double sum = 0;
    for (int k = 0; k < n; k++) {
      rows[i][k] = k + rows[i][k];
      grid[i][7] += k;
      sum += rows[i][n - 1];
    }
    return sum;
  }

  static void column(int[][] grid, int j) {
    for (int k = 0; k < grid.length; k++) {
      grid[k][j]++;
    }
  }

  /** No round: nothing of the other thread's row is accessed. */
  static int none(int[][] grid, int i, int n) {
    int sum = 0;
    for (int k = 0; k < n; k++) {
      sum += grid[i][k] + grid[i][50];
    }
    return sum;
  }

  public static void main(String[] args) throws Exception {
    Thread[] threads = new Thread[2];
    for (int t = 0; t < threads.length; t++) {
      int own = t;
      threads[t] =
          new Thread(
              () -> {
                for (int i = own; i < 4; i += 2) {
                  fill(ROWS, GRID, i, 100);
                }
                column(GRID, 20 + own);
                none(GRID, 1 - own, 0);
              });
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
