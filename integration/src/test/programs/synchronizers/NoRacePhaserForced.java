import java.util.concurrent.Phaser;

/** PH-8: a forced termination lets the waiters go. */
class NoRacePhaserForced {
  static final Phaser PHASER = new Phaser(2);
  static int x;

  static void writer() {
    x = 1;
    PHASER.forceTermination();
  }

  public static void main(String[] args) throws Exception {
    Thread t = new Thread(NoRacePhaserForced::writer);
    t.start();
    if (PHASER.awaitAdvance(0) >= 0) {
      throw new AssertionError();
    }
    int seen = x;
    t.join();
    if (seen != 1) {
      throw new AssertionError(seen);
    }
  }
}
