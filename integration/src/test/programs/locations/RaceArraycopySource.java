/** arraycopy reads its source. */
class RaceArraycopySource {
  static final int[] CELLS = new int[10];

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              CELLS[3] = 1; // RACE int[]
            });
    Thread second =
        new Thread(
            () -> {
              int[] mine = new int[10];
              System.arraycopy(CELLS, 2, mine, 0, 4); // RACE int[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
