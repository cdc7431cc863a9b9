/**
 * VOL-1: the reader sees each value of a sequence of volatile writes by one thread, or skips some:
 * both are ordered.
 */
class NoRaceLastOfManyWriters {
  static final int[] CELLS = new int[1_000];
  static volatile int filled;

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              int done = 0;
              while (done < CELLS.length) {
                int seen = filled;
                for (; done < seen; done++) {
                  if (CELLS[done] != done + 1) {
                    throw new AssertionError(done);
                  }
                }
              }
            });
    reader.start();
    for (int i = 0; i < CELLS.length; i++) {
      CELLS[i] = i + 1;
      filled = i + 1;
    }
    reader.join();
  }
}
