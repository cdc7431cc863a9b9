/** VOL-1, VOL-7: a volatile instance field of type double publishes. */
class NoRacePublishByDouble {
  int x;
  volatile double v;

  public static void main(String[] args) throws Exception {
    NoRacePublishByDouble shared = new NoRacePublishByDouble();
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
    shared.v = 0.5;
    reader.join();
  }
}
