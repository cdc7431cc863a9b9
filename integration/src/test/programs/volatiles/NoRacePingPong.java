/** VOL-1: two volatile fields hand a plain field to and fro. */
class NoRacePingPong {
  static int x;
  static volatile int turn;

  static void play(int me) {
    for (int i = 0; i < 100; i++) {
      while (turn != me) {
        Thread.onSpinWait();
      }
      x++;
      turn = 1 - me;
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              play(0);
            });
    Thread second =
        new Thread(
            () -> {
              play(1);
            });
    first.start();
    second.start();
    first.join();
    second.join();
    if (x != 200) {
      throw new AssertionError(x);
    }
  }
}
