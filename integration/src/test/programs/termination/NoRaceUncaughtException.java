/** TERM-1: a thread that dies of an exception has ended like any other. */
class NoRaceUncaughtException {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread t =
        new Thread(
            () -> {
              x = 1;
              throw new IllegalStateException("as intended");
            });
    t.setUncaughtExceptionHandler(
        (thread, e) -> {
          x++;
        });
    t.start();
    t.join();
    if (x != 2) {
      throw new AssertionError(x);
    }
  }
}
