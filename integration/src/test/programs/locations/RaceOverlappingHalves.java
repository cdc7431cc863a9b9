/** Two threads work on the halves of one array, which overlap by one element. */
class RaceOverlappingHalves {
  static final int[] CELLS = new int[1_000];

  static void fill(int from, int to) {
    for (int i = from; i < to; i++) {
      CELLS[i] = i; // RACE int[]
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              fill(0, 501);
            });
    Thread second =
        new Thread(
            () -> {
              fill(500, 1_000);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
