/** CLI-2: the creation of an instance is a trigger. */
class NoRaceConstructor {
  static class Lazy {
    private static int[] cells = {1, 2, 3};
    final int last;

    Lazy() {
      last = cells[2];
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              if (new Lazy().last != 3) {
                throw new AssertionError();
              }
            });
    Thread second =
        new Thread(
            () -> {
              if (new Lazy().last != 3) {
                throw new AssertionError();
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
