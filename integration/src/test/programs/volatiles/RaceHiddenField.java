/** VOL-1: a field that hides a volatile field of the superclass is another field. */
class RaceHiddenField {
  static class Base {
    volatile boolean ready;
  }

  static class Sub extends Base {
    volatile boolean ready;
    int x;
  }

  public static void main(String[] args) throws Exception {
    Sub shared = new Sub();
    Base same = shared;
    Thread first =
        new Thread(
            () -> {
              shared.x = 1; // RACE Sub.x
              shared.ready = true;
            });
    Thread second =
        new Thread(
            () -> {
              boolean seen = same.ready;
              int x = shared.x; // RACE Sub.x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
