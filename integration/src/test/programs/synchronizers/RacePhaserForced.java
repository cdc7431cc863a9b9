import java.util.concurrent.Phaser;

/** PH-8: what comes after a forced termination is not ordered before the waiters. */
class RacePhaserForced {
  static final Phaser PHASER = new Phaser(2);
  static int x;

  static void writer() {
    PHASER.forceTermination();
    x = 1; // RACE x
  }

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(RacePhaserForced::writer);
    t.start();
    if (PHASER.awaitAdvance(0) >= 0) {
      throw new AssertionError();
    }
    int seen = x; // RACE x
    t.join();
  }
}
