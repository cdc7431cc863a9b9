/** arraycopy writes its target. */
class RaceArraycopyTarget {
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
              int[] mine = new int[10];
              System.arraycopy(mine, 0, CELLS, 2, 4); // RACE int[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
