/** CLI-8: the read of a constant variable is no trigger. */
class RaceInlinedConstant {
  static int x;

  static class Lazy {
    static final int SEVEN = 7;
    static int y = Integer.parseInt("7");
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              int seen = Lazy.y;
            });
    Thread second =
        new Thread(
            () -> {
              int seen = Lazy.SEVEN;
              seen = x; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
