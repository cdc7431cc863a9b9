/** VOL-4: the elements behind a volatile array reference are plain. */
class RaceElementOfVolatileArray {
  static volatile int[] cells = new int[1];

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              cells[0] = 1; // RACE int[]
            });
    Thread second =
        new Thread(
            () -> {
              int seen = cells[0]; // RACE int[]
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
