/** DEF-1: an array without any store, published by a race: only the publication is reported. */
class RaceFreshArray {
  static int[] published;

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
              int[] cells;
              while ((cells = published) == null) { // RACE published
                nap();
              }
              if (cells[3] != 0) {
                throw new AssertionError();
              }
            });
    reader.start();
    published = new int[8]; // RACE published
    reader.join();
  }
}
