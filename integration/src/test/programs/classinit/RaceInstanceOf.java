/** CLI-8: instanceof and cast are no triggers. */
class RaceInstanceOf {
  static int x;

  static class Lazy {
    static int y = Integer.parseInt("7");
  }

  static Object thing = "no lazy";

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
              boolean is = thing instanceof Lazy;
              int seen = x; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
