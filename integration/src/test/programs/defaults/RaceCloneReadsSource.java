/** DEF-1: clone reads every element of its source. */
class RaceCloneReadsSource {
  static final int[] CELLS = {1, 2, 3};

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              CELLS[1] = 7; // RACE int[]
            });
    Thread second =
        new Thread(
            () -> {
              int[] copy = CELLS.clone(); // RACE int[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
