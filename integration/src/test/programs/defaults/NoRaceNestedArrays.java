/** DEF-1: the rows of a fresh array of arrays, which the allocation itself puts there. */
class NoRaceNestedArrays {
  static volatile int[][] published;

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              int[][] rows;
              while ((rows = published) == null) {
                Thread.onSpinWait();
              }
              if (rows[1][2] != 0) {
                throw new AssertionError();
              }
            });
    reader.start();
    published = new int[3][4];
    reader.join();
  }
}
