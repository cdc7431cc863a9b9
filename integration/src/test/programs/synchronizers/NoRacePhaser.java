import java.util.concurrent.Phaser;

/** PH-1, PH-2: arriveAndAwaitAdvance in two phases. */
class NoRacePhaser {
  static final Phaser PHASER = new Phaser(2);
  static final int[] CELLS = new int[2];

  static void work(int me) {
    for (int round = 1; round <= 5; round++) {
      CELLS[me]++;
      PHASER.arriveAndAwaitAdvance();
      if (CELLS[1 - me] != round) {
        throw new AssertionError();
      }
      PHASER.arriveAndAwaitAdvance();
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              work(0);
            });
    Thread second =
        new Thread(
            () -> {
              work(1);
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
