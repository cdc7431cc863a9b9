/** CLI-8: a class literal is no trigger. */
class RaceClassLiteral {
  static int x;

  static class Lazy {
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
              String name = Lazy.class.getName();
              int seen = x; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
