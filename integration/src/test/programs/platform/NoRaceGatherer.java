// JDK 24+
import java.util.stream.Gatherer;
import java.util.stream.IntStream;

/** PS-9: a gatherer without a combiner works in encounter order, whatever the thread. */
class NoRaceGatherer {
  static final class Sum {
    int plain;
  }

  public static void main(String[] args) {
    Gatherer<Integer, Sum, Integer> sums =
        Gatherer.ofSequential(
            Sum::new,
            Gatherer.Integrator.ofGreedy(
                (sum, i, downstream) -> {
                  sum.plain += i;
                  return downstream.push(sum.plain);
                }));
    for (int round = 0; round < 100; round++) {
      int last =
          IntStream.range(0, 1000).boxed().parallel().gather(sums).reduce((a, b) -> b).orElseThrow();
      if (last != 499500) {
        throw new AssertionError(last);
      }
    }
  }
}
