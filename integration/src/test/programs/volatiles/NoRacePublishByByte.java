/** VOL-1, VOL-7: a volatile instance field of type byte publishes. */
class NoRacePublishByByte {
  int x;
  volatile byte v;

  public static void main(String[] args) throws Exception {
    NoRacePublishByByte shared = new NoRacePublishByByte();
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
    shared.v = (byte) 1;
    reader.join();
  }
}
