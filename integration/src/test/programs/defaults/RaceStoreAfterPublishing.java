/** DEF-1: an element that is stored after the publication races. */
class RaceStoreAfterPublishing {
  static volatile int[] published;

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              int[] cells;
              while ((cells = published) == null) {
                Thread.onSpinWait();
              }
              int seen = cells[3]; // RACE int[]
            });
    reader.start();
    int[] cells = new int[8];
    published = cells;
    cells[3] = 1; // RACE int[]
    reader.join();
  }
}
