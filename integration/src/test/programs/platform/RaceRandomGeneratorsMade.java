import java.util.random.RandomGenerator;

// JDK 23+

/** SY-8: a shared counter of seeds orders nobody. */
class RaceRandomGeneratorsMade {
  private static int shared;

  public static void main(String[] args) throws Exception {
    RandomGenerator.of("L64X128MixRandom");
    Thread first =
        new Thread(
            () -> {
              shared = 1; // RACE shared
              RandomGenerator.of("L64X128MixRandom");
            });
    Thread second =
        new Thread(
            () -> {
              RandomGenerator.of("L64X128MixRandom");
              shared = 2; // RACE shared
            });
    first.start();
    Thread.sleep(200); // no order, but the one that could hide the race
    second.start();
    first.join();
    second.join();
  }
}
