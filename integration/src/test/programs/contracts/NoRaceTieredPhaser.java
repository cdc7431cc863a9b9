import java.util.concurrent.Phaser;

/** PH-9: arrivals at one child are ordered before the returns from another. */
class NoRaceTieredPhaser {

  public static void main(String[] args) throws Exception {
    Phaser root = new Phaser();
    Phaser[] children = {new Phaser(root, 1), new Phaser(root, 1)};
    int[] cells = new int[2];
    Thread[] threads = new Thread[2];
    for (int k = 0; k < 2; k++) {
      int me = k;
      threads[k] =
          new Thread(
              () -> {
                for (int round = 1; round <= 20; round++) {
                  cells[me]++;
                  children[me].arriveAndAwaitAdvance();
                  if (cells[1 - me] != round) {
                    throw new AssertionError();
                  }
                  children[me].arriveAndAwaitAdvance();
                }
              });
      threads[k].start();
    }
    for (Thread t : threads) {
      t.join();
    }
  }
}
