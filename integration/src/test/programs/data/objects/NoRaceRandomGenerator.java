import java.util.random.RandomGenerator;

/** 3.4: a generator for each thread. */
// JDK 25+
class NoRaceRandomGenerator {
  private static final RandomGenerator random = RandomGenerator.of("Xoshiro256PlusPlus");

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              random.nextLong();
            });
    Thread second =
        new Thread(
            () -> {
              RandomGenerator.of("Xoshiro256PlusPlus").nextInt();
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
