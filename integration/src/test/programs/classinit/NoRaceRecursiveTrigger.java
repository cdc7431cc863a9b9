/** CLI-7: the initialising thread may use the class meanwhile. */
class NoRaceRecursiveTrigger {
  static class Lazy {
    static int x = 1;
    static final int Y = twice();

    static int twice() {
      x++;
      return 2 * Lazy.x;
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              if (Lazy.Y != 4 || Lazy.x != 2) {
                throw new AssertionError();
              }
            });
    Thread second =
        new Thread(
            () -> {
              if (Lazy.Y != 4 || Lazy.x != 2) {
                throw new AssertionError();
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
