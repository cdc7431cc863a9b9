/** L 17.6: elements of one array are written independently, bytes too. */
class NoRaceNeighbourElements {
  static final byte[] BYTES = new byte[4];
  static final long[] LONGS = new long[4];

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              for (int i = 0; i < 1_000; i++) {
                BYTES[1]++;
                LONGS[1]++;
              }
            });
    Thread second =
        new Thread(
            () -> {
              for (int i = 0; i < 1_000; i++) {
                BYTES[2]++;
                LONGS[2]++;
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
    if (BYTES[1] != BYTES[2] || LONGS[1] != LONGS[2]) {
      throw new AssertionError();
    }
  }
}
