/** DEF-1: the default values of a fresh array are ordered before everything. */
class NoRaceFreshArray {
  static volatile int[] published;

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              int[] cells;
              while ((cells = published) == null) {
                Thread.onSpinWait();
              }
              if (cells[3] != 0) {
                throw new AssertionError();
              }
            });
    reader.start();
    published = new int[8];
    reader.join();
  }
}
