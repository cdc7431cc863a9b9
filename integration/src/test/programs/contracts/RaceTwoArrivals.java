import java.util.concurrent.Phaser;

/** PH-1: an arrival that does not wait acquires nothing. */
class RaceTwoArrivals {
  static final Phaser PHASER = new Phaser(3);
  static int x;

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              PHASER.arrive();
            });
    Thread second =
        new Thread(
            () -> {
              PHASER.arrive();
              x = 2; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
