/** MON-2, MON-3: the class and its instance have a monitor each. */
class RaceStaticAndInstanceMethod {
  static int x;

  static synchronized void inc() {
    x++; // RACE x
  }

  synchronized void incToo() {
    x++; // RACE x
  }

  public static void main(String[] args) throws Exception {
    RaceStaticAndInstanceMethod o = new RaceStaticAndInstanceMethod();
    Thread first =
        new Thread(
            () -> {
              inc();
            });
    Thread second =
        new Thread(
            () -> {
              o.incToo();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
