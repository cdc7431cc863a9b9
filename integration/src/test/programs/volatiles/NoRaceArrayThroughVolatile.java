/** VOL-1: an array that is filled and then published by a volatile write. */
class NoRaceArrayThroughVolatile {
  static volatile int[] published;

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              int[] cells;
              while ((cells = published) == null) {
                Thread.onSpinWait();
              }
              for (int i = 0; i < cells.length; i++) {
                if (cells[i] != i) {
                  throw new AssertionError(i);
                }
              }
            });
    reader.start();
    int[] cells = new int[10];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = i;
    }
    published = cells;
    reader.join();
  }
}
