/** MON-3: static synchronized methods of two classes lock two Class objects. */
class RaceStaticMethodInBothClasses {
  static class Base {
    static int x;

    static synchronized void inc() {
      x++; // RACE Base.x
    }
  }

  static class Sub extends Base {
    static synchronized void incToo() {
      x++; // RACE Base.x
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              Base.inc();
            });
    Thread second =
        new Thread(
            () -> {
              Sub.incToo();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
