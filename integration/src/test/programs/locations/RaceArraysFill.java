/** Arrays.fill writes its range. */
class RaceArraysFill {
  static final int[] CELLS = new int[10];

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              int seen = CELLS[3]; // RACE int[]
            });
    Thread second =
        new Thread(
            () -> {
              java.util.Arrays.fill(CELLS, 2, 5, 7); // RACE int[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
