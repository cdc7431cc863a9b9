/** CLI-4: an interface with a default method is initialised before the class that implements it. */
class NoRaceDefaultMethod {
  interface Table {
    int[] CELLS = {1, 2, 3};

    default int second() {
      return CELLS[1];
    }
  }

  static class Impl implements Table {}

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              if (new Impl().second() != 2) {
                throw new AssertionError();
              }
            });
    Thread second =
        new Thread(
            () -> {
              if (new Impl().second() != 2) {
                throw new AssertionError();
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
