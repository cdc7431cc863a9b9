import java.util.random.RandomGenerator;

/** 3.4: generators but for Random and its kind have plain state. */
// JDK 25+
class RaceRandomGenerator {
  private static final RandomGenerator random = RandomGenerator.of("Xoshiro256PlusPlus");

  public static void main(String[] args) throws Exception {
    Thread first =
        new Thread(
            () -> {
              random.nextLong(); // RACE Xoshiro256PlusPlus
            });
    Thread second =
        new Thread(
            () -> {
              random.nextInt(); // RACE Xoshiro256PlusPlus
            });
    first.start();
    second.start();
    first.join();
    second.join();
  }
}
