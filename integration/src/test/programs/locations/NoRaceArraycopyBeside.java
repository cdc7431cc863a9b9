/** arraycopy touches its ranges only. */
class NoRaceArraycopyBeside {
  static final int[] CELLS = new int[10];

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              CELLS[1] = 1;
              CELLS[6] = 1;
            });
    Thread second =
        new Thread(
            () -> {
              int[] mine = new int[10];
              System.arraycopy(mine, 0, CELLS, 2, 4);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
