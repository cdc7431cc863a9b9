/** MON-3: a static synchronized method locks the Class object of the class that declares it. */
class NoRaceStaticMethodAndClassBlock {
  static int x;

  static synchronized void inc() {
    x++;
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              inc();
            });
    Thread second =
        new Thread(
            () -> {
              synchronized (NoRaceStaticMethodAndClassBlock.class) {
                x++;
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
    if (x != 2) {
      throw new AssertionError(x);
    }
  }
}
