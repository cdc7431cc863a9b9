import java.util.concurrent.Phaser;

/** PH-1, PH-2: one arrives, the other awaits the advance. */
class NoRacePhaserArrive {
  static final Phaser PHASER = new Phaser(1);
  static int x;

  public static void main(String[] args) throws Exception {
    Thread t =
        new Thread(
            () -> {
              x = 1;
              PHASER.arrive();
            });
    t.start();
    PHASER.awaitAdvance(0);
    if (x != 1) {
      throw new AssertionError(x);
    }
    t.join();
  }
}
