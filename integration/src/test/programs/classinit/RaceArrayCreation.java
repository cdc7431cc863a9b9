/** CLI-8: the creation of an array is no trigger of its element class. */
class RaceArrayCreation {
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
              Lazy[] none = new Lazy[1];
              int seen = x; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
