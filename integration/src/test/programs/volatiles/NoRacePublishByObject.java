/** VOL-1, VOL-7: a volatile instance field of type Object publishes. */
class NoRacePublishByObject {
  int x;
  volatile Object v;

  public static void main(String[] args) throws Exception {
    NoRacePublishByObject shared = new NoRacePublishByObject();
    Thread reader =
        new Thread(
            () -> {
              while (shared.v == null) {
                Thread.onSpinWait();
              }
              if (shared.x != 1) {
                throw new AssertionError(shared.x);
              }
            });
    reader.start();
    shared.x = 1;
    shared.v = "o";
    reader.join();
  }
}
