/** VOL-1, VOL-7: a volatile instance field of type long publishes. */
class NoRacePublishByLong {
  int x;
  volatile long v;

  public static void main(String[] args) throws Exception {
    NoRacePublishByLong shared = new NoRacePublishByLong();
    Thread reader =
        new Thread(
            () -> {
              while (shared.v == 0) {
                Thread.onSpinWait();
              }
              if (shared.x != 1) {
                throw new AssertionError(shared.x);
              }
            });
    reader.start();
    shared.x = 1;
    shared.v = 1L << 40;
    reader.join();
  }
}
