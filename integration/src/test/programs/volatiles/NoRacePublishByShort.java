/** VOL-1, VOL-7: a volatile instance field of type short publishes. */
class NoRacePublishByShort {
  int x;
  volatile short v;

  public static void main(String[] args) throws Exception {
    NoRacePublishByShort shared = new NoRacePublishByShort();
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
    shared.v = (short) 1;
    reader.join();
  }
}
