/**
 * VOL-1: a static volatile field is one field, named through the subclass or the class that
 * declares it.
 */
class NoRaceInheritedStaticField {
  static class Base {
    static volatile boolean ready;
    static int x;
  }

  static class Sub extends Base {}

  public static void main(String[] args) throws Exception {
    Thread reader =
        new Thread(
            () -> {
              while (!Base.ready) {
                Thread.onSpinWait();
              }
              if (Sub.x != 1) {
                throw new AssertionError(Sub.x);
              }
            });
    reader.start();
    Base.x = 1;
    Sub.ready = true;
    reader.join();
  }
}
