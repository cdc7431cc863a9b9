/**
 * THR-1, TERM-1: two thousand short threads one after the other, ten at a time, each with an
 * element of its own.
 */
class NoRaceManyThreads {
  static final int[] CELLS = new int[10];

  public static void main(String[] args) throws Exception {
    for (int round = 0; round < 200; round++) {
      Thread[] threads = new Thread[CELLS.length];
      for (int i = 0; i < threads.length; i++) {
        int cell = i;
        threads[i] = new Thread(() -> CELLS[cell]++);
        threads[i].start();
      }
      for (Thread t : threads) {
        t.join();
      }
    }
    for (int cell : CELLS) {
      if (cell != 200) {
        throw new AssertionError(cell);
      }
    }
  }
}
