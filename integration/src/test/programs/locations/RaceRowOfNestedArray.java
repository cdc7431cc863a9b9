/** A row of an array of arrays, and an element of a row. */
class RaceRowOfNestedArray {
  static final int[][] ROWS = new int[2][2];

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              ROWS[0][1] = 1; // RACE int[]
              ROWS[1] = new int[2]; // RACE int[][]
            });
    Thread second =
        new Thread(
            () -> {
              ROWS[0][1] = 2; // RACE int[]
              ROWS[1] = new int[2]; // RACE int[][]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
