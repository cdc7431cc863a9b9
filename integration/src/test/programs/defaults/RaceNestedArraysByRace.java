/**
 * DEF-1: the rows that the allocation puts there are no stores: only the publication is reported.
 */
class RaceNestedArraysByRace {
  static int[][] published;

  static void nap() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              int[][] rows;
              while ((rows = published) == null) { // RACE published
                nap();
              }
              if (rows[1][2] != 0) {
                throw new AssertionError();
              }
            });
    reader.start();
    published = new int[3][4]; // RACE published
    reader.join();
  }
}
