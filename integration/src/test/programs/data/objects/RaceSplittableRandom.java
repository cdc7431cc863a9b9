import java.util.SplittableRandom;

/** 3.4: the seed. */
class RaceSplittableRandom {
  private static final SplittableRandom random = new SplittableRandom(1);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              random.nextInt(); // RACE SplittableRandom
            });
    Thread second =
        new Thread(
            () -> {
              random.nextLong(); // RACE SplittableRandom
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
