/** CLI-2: a field of an interface that is no constant. */
class NoRaceInterfaceField {
  interface Table {
    int[] CELLS = {1, 2, 3};
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              if (Table.CELLS[1] != 2) {
                throw new AssertionError();
              }
            });
    Thread second =
        new Thread(
            () -> {
              if (Table.CELLS[1] != 2) {
                throw new AssertionError();
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
