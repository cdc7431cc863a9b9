import java.util.concurrent.Phaser;

/** PH-7: what comes after the last arrival is not ordered before whoever sees the termination. */
class RacePhaserTerminated {
  static final Phaser PHASER = new Phaser(1);
  static int x;

  static void writer() {
    PHASER.arriveAndDeregister();
    x = 1; // RACE x
  }

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(RacePhaserTerminated::writer);
    t.start();
    while (!PHASER.isTerminated()) {
      Thread.onSpinWait();
    }
    int seen = x; // RACE x
    t.join();
  }
}
