import java.util.Random;

/** SY-7: a Random is safe to share and orders nothing. */
class RaceRandom {
  static final Random RANDOM = new Random();
  static int x;

  static void work() {
    int a = RANDOM.nextInt();
    x++; // RACE x
    int b = RANDOM.nextInt();
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
