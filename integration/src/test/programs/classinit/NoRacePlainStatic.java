/** CLI-1: a static field that is not final, written by the initialiser only. */
class NoRacePlainStatic {
  static class Lazy {
    static int x = Integer.parseInt("7");
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              if (Lazy.x != 7) {
                throw new AssertionError();
              }
            });
    Thread second =
        new Thread(
            () -> {
              if (Lazy.x != 7) {
                throw new AssertionError();
              }
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
