/** Arrays.sort reads and writes the array. */
class RaceArraysSort {
  static final int[] CELLS = {3, 1, 2};

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              CELLS[1] = 9; // RACE int[]
            });
    Thread second =
        new Thread(
            () -> {
              java.util.Arrays.sort(CELLS); // RACE int[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
