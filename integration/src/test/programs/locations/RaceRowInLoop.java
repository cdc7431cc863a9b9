import java.util.concurrent.CountDownLatch;

/** L 17.4.5: elements of a row, and the rows themselves, that a loop reads; another thread writes. */
class RaceRowInLoop {
  static final double[][] ROWS = new double[4][100];
  static final int[][] GRID = new int[4][100];

  static double sum(double[][] rows, int i) {
    double sum = 0;
    for (int k = 0; k < 100; k++) {
      sum += rows[i][k]; // RACE double[]
    }
    return sum;
  }

  static void count(int[][] grid, int i, int n) {
    for (int k = 0; k < n; k++) {
      grid[i][7]++; // RACE int[]
    }
  }

  static void replace(double[][] rows, int i) {
    rows[i] = new double[100]; // RACE double[][]
  }

  static double first(double[][] rows, int i) {
    double sum = 0;
    for (int k = 0; k < 10; k++) {
      sum += rows[i][0]; // RACE double[][]
    }
    return sum;
  }

  public static void main(String[] args) throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    Thread thread =
        new Thread(
            () -> {
              both.countDown();
              sum(ROWS, 1);
              count(GRID, 2, 3);
              replace(ROWS, 3);
            });
    thread.start();
    both.countDown();
    both.await();
    ROWS[1][99] = 1; // RACE double[]
    GRID[2][7] = 1; // RACE int[]
    first(ROWS, 3);
    thread.join();
  }
}
