/** CLI-1: a static field that is written once more after initialisation. */
class RaceStaticWrittenLater {
  static class Lazy {
    static int x = Integer.parseInt("7");
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              Lazy.x = 8; // RACE Lazy.x
            });
    Thread second =
        new Thread(
            () -> {
              int seen = Lazy.x; // RACE Lazy.x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
