/**
 * MON-3: called through a subclass, a static synchronized method still locks the class that
 * declares it.
 */
class NoRaceStaticMethodOfSuperclass {
  static class Base {
    static int x;

    static synchronized void inc() {
      x++;
    }
  }

  static class Sub extends Base {}

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              Base.inc();
            });
    Thread second =
        new Thread(
            () -> {
              Sub.inc();
            });
    first.start();
    second.start();
    first.join();
    second.join();
    if (Base.x != 2) {
      throw new AssertionError(Base.x);
    }
  }
}
