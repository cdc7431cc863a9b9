/** DEF-1: a clone that is published safely. */
class NoRaceClone {
  static volatile int[] published;

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              int[] cells;
              while ((cells = published) == null) {
                Thread.onSpinWait();
              }
              if (cells[1] != 2) {
                throw new AssertionError();
              }
            });
    reader.start();
    int[] source = {1, 2, 3};
    int[] copy = source.clone();
    source[1] = 7;
    published = copy;
    source[1] = 8;
    reader.join();
  }
}
