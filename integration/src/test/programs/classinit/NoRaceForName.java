/** CLI-2: Class.forName is a trigger. */
class NoRaceForName {
  static class Lazy {
    static final int[] CELLS = {1, 2, 3};

    static {
      published = CELLS;
    }
  }

  static volatile int[] published;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              try {
                Class.forName("NoRaceForName$Lazy");
              } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
              }
              if (published[1] != 2) {
                throw new AssertionError();
              }
            });
    Thread second =
        new Thread(
            () -> {
              try {
                Class.forName("NoRaceForName$Lazy");
              } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
              }
              if (published[1] != 2) {
                throw new AssertionError();
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
