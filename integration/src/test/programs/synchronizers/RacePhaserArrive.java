import java.util.concurrent.Phaser;

/** PH-1: arrive does not wait for anybody. */
class RacePhaserArrive {
  static final Phaser PHASER = new Phaser(2);
  static int x;

  static void work() {
    PHASER.arrive();
    x++; // RACE x
  }

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              work();
            });
    Thread second =
        new Thread(
            () -> {
              work();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
