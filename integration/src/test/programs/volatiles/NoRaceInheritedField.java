/** VOL-1: a volatile field is one field, through whichever class it is named. */
class NoRaceInheritedField {
  static class Base {
    volatile boolean ready;
  }

  static class Sub extends Base {
    int x;
  }

  public static void main(String[] args) throws Exception {
    Sub shared = new Sub();
    Base same = shared;
    Thread reader =
        new Thread(
            () -> {
              while (!same.ready) {
                Thread.onSpinWait();
              }
              if (shared.x != 1) {
                throw new AssertionError(shared.x);
              }
            });
    reader.start();
    shared.x = 1;
    shared.ready = true;
    reader.join();
  }
}
