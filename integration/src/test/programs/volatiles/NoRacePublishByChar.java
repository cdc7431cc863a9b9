/** VOL-1, VOL-7: a volatile instance field of type char publishes. */
class NoRacePublishByChar {
  int x;
  volatile char v;

  public static void main(String[] args) throws Exception {
    NoRacePublishByChar shared = new NoRacePublishByChar();
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
    shared.v = 'c';
    reader.join();
  }
}
