/** VOL-1, VOL-7: a volatile instance field of type float publishes. */
class NoRacePublishByFloat {
  int x;
  volatile float v;

  public static void main(String[] args) throws Exception {
    NoRacePublishByFloat shared = new NoRacePublishByFloat();
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
    shared.v = 0.5f;
    reader.join();
  }
}
