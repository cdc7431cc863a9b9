import java.util.concurrent.Phaser;

/** PH-7: the last arrival terminates the phaser, which another thread sees. */
class NoRacePhaserTerminated {
  static final Phaser PHASER = new Phaser(1);
  static int x;

  static void writer() {
    x = 1;
    PHASER.arriveAndDeregister();
  }

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(NoRacePhaserTerminated::writer);
    t.start();
    while (!PHASER.isTerminated()) {
      Thread.onSpinWait();
    }
    int seen = x;
    t.join();
    if (seen != 1) {
      throw new AssertionError(seen);
    }
  }
}
