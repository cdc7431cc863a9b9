/** MON-1: return, break and continue unlock as well. */
class NoRaceReturnOutOfBlock {
  static final Object M = new Object();
  static int x;

  static int inc() {
    synchronized (M) {
      return ++x;
    }
  }

  static void loop() {
    for (int i = 0; i < 10; i++) {
      synchronized (M) {
        x++;
        if (i == 3) {
          continue;
        }
        if (i == 6) {
          break;
        }
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              inc();
              loop();
            });
    Thread second =
        new Thread(
            () -> {
              inc();
              loop();
            });
    first.start();
    second.start();
    first.join();
    second.join();
    if (x != 16) {
      throw new AssertionError(x);
    }
  }
}
