/** VOL-5: the write part of a compound assignment publishes as any volatile write. */
class NoRacePublishByIncrement {
  static int x;
  static volatile int v;

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              while (v == 0) {
                Thread.onSpinWait();
              }
              if (x != 1) {
                throw new AssertionError(x);
              }
            });
    reader.start();
    x = 1;
    v += 2;
    reader.join();
  }
}
