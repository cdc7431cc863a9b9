import java.util.stream.IntStream;

/** PS-4: without the order of forEachOrdered nothing is before the action of the next element. */
class RaceParallelForEach {
  static int plain;

  public static void main(String[] args) {
    IntStream.range(0, 64)
        .parallel()
        .forEach(
            i -> {
              plain += i; // RACE plain
              try {
                Thread.sleep(2); // so that a worker gets its part
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });
  }
}
