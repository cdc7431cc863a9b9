/** Two threads work on the halves of one array, then the main thread on all of it. */
class NoRaceHalvesOfArray {
  static final int[] CELLS = new int[1_000];

  static void fill(int from, int to) {
    for (int i = from; i < to; i++) {
      CELLS[i] = i;
    }
    for (int i = from; i < to; i++) {
      CELLS[i]++;
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              fill(0, 500);
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
    long sum = 0;
    for (int cell : CELLS) {
      sum += cell;
    }
    if (sum != 500_500) {
      throw new AssertionError(sum);
    }
  }
}
