import java.util.SplittableRandom;

/** 3.4: the seed: reads only, or one for each thread. */
class NoRaceSplittableRandom {
  private static final SplittableRandom random = new SplittableRandom(1);

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              new SplittableRandom(2).nextInt();
            });
    Thread second =
        new Thread(
            () -> {
              new SplittableRandom(3).nextLong();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
