/** CLI-1: a static table that is filled by a static block and only read later. */
class NoRaceStaticTable {
  static class Table {
    static final int[] SQUARES = new int[10];

    static {
      for (int i = 0; i < 10; i++) {
        SQUARES[i] = i * i;
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              for (int i = 0; i < 10; i++) {
                if (Table.SQUARES[i] != i * i) {
                  throw new AssertionError(i);
                }
              }
            });
    Thread second =
        new Thread(
            () -> {
              for (int i = 0; i < 10; i++) {
                if (Table.SQUARES[i] != i * i) {
                  throw new AssertionError(i);
                }
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
