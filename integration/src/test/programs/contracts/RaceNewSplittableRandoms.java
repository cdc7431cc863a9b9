import java.util.SplittableRandom;

/** SY-8: generators of their own take their seeds from a common counter, which orders nothing. */
class RaceNewSplittableRandoms {
  static int x;
  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              x = 1; // RACE x
              new SplittableRandom().nextInt();
            });
    Thread second =
        new Thread(
            () -> {
              new SplittableRandom().nextInt();
              x = 2; // RACE x
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
