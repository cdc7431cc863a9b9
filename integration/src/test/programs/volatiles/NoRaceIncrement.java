/** VOL-5: increments of a volatile get lost, but that is no data race. */
class NoRaceIncrement {
  static volatile int v;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              for (int i = 0; i < 1_000; i++) {
                v++;
              }
            });
    Thread second =
        new Thread(
            () -> {
              for (int i = 0; i < 1_000; i++) {
                v++;
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
    if (v < 1) {
      throw new AssertionError(v);
    }
  }
}
