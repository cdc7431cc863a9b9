/** VOL-1: each object has a volatile field of its own. */
class RaceSameFieldOfOtherObject {
  static int x;
  volatile int v;

  public static void main(String[] args) throws Exception {
    RaceSameFieldOfOtherObject a = new RaceSameFieldOfOtherObject();
    RaceSameFieldOfOtherObject b = new RaceSameFieldOfOtherObject();
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              a.v = 1;
            });
    Thread second =
        new Thread(
            () -> {
              int seen = b.v;
              seen = x; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
