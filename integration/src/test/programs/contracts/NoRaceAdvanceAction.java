import java.util.concurrent.Phaser;

/**
 * PH-1, PH-2: all arrivals are ordered before the action of the phase, and it before the returns.
 */
class NoRaceAdvanceAction {
  static int rounds;

  public static void main(String[] args) throws Exception {
    Phaser phaser =
        new Phaser(3) {
          @Override
          protected boolean onAdvance(int phase, int parties) {
            rounds++;
            return false;
          }
        };
    int[] cells = new int[3];
    Thread[] threads = new Thread[3];
    for (int k = 0; k < 3; k++) {
      int me = k;
      threads[k] =
          new Thread(
              () -> {
                for (int round = 1; round <= 20; round++) {
                  cells[me]++;
                  phaser.arriveAndAwaitAdvance();
                  if (cells[(me + 1) % 3] != round) {
                    throw new AssertionError();
                  }
                  phaser.arriveAndAwaitAdvance();
                }
              });
      threads[k].start();
    }
    for (Thread t : threads) {
      t.join();
    }
    if (rounds != 40) {
      throw new AssertionError(rounds);
    }
  }
}
