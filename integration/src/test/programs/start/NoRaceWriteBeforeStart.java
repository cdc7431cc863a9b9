/** THR-1: what came before start is visible to the thread. */
class NoRaceWriteBeforeStart {
  static int x;

  public static void main(String[] args) throws Exception {
    Thread t =
        new Thread(
            () -> {
              if (x != 1) {
                throw new AssertionError(x);
              }
            });
    x = 1;
    t.start();
    t.join();
  }
}
