package dev.racedetect.runtime.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.racedetect.runtime.shadow.Trace.Shape;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * The engine against the definition, on thousands of random traces: the same racy variables, each
 * found at the very access that completes its first race.
 */
final class OracleTest {

  private static void agree(long seed, Shape shape, int clocksLeft) {
    agree(
        seed,
        shape,
        clocksLeft,
        t -> !EngineRun.races(t, clocksLeft).equals(NaiveDetector.races(t, false)));
  }

  private static void agree(long seed, Shape shape, int clocksLeft, Predicate<Trace> differ) {
    Trace trace = Trace.random(seed, shape);
    if (differ.test(trace)) {
      Trace smallest = trace.shrunk(differ);
      fail(
          "seed %d of %s: reported %s, racy %s (variable=step)%s",
          seed,
          shape,
          EngineRun.races(smallest, clocksLeft),
          NaiveDetector.races(smallest, false),
          smallest);
    }
  }

  @Test
  void fewThreads() {
    for (long seed = 0; seed < 20_000; seed++) {
      agree(seed, new Shape(60, 3, 2, 2, 12, 55, false), 0);
    }
  }

  /** Long chains of releases and acquires between the accesses. */
  @Test
  void mostlySynchronisation() {
    for (long seed = 0; seed < 8_000; seed++) {
      agree(seed, new Shape(150, 5, 2, 4, 6, 20, false), 0);
    }
  }

  @Test
  void manyReaders() {
    for (long seed = 0; seed < 1_000; seed++) {
      agree(seed, new Shape(400, 24, 3, 3, 10, 55, false), 0);
    }
  }

  /** Threads come and go, their slots are reused. */
  @Test
  void threadsComeAndGo() {
    for (long seed = 0; seed < 4_000; seed++) {
      agree(seed, new Shape(250, 10, 2, 2, 28, 60, false), 0);
    }
  }

  /** Each thread uses up the clocks of its slot and moves to another one. */
  @Test
  void usedUpClocks() {
    for (long seed = 0; seed < 2_000; seed++) {
      agree(seed, new Shape(150, 5, 2, 2, 10, 55, false), 1 + (int) (seed % 7));
    }
  }

  /**
   * Others act while an operation fails. What they then see may hide a race, as if the operation
   * had succeeded, and must not invent one.
   */
  @Test
  void failingOperationsInventNothing() {
    for (long seed = 0; seed < 10_000; seed++) {
      Predicate<Trace> wrong =
          t -> {
            Map<Integer, Integer> reported = EngineRun.races(t, 0);
            return !NaiveDetector.races(t, false).keySet().containsAll(reported.keySet())
                || !reported.keySet().containsAll(NaiveDetector.races(t, true).keySet());
          };
      agree(seed, new Shape(80, 4, 1, 2, 12, 55, true), 0, wrong);
    }
  }

  /** The traces are of a kind that can fail: some races, and many accesses without one. */
  @Test
  void tracesAreVaried() {
    int racy = 0;
    int raceFree = 0;
    for (long seed = 0; seed < 500; seed++) {
      int found =
          NaiveDetector.races(Trace.random(seed, new Shape(60, 3, 2, 2, 12, 55, false)), false)
              .size();
      racy += found;
      raceFree += Variables.COUNT - found;
    }
    assertThat(racy).isGreaterThan(300);
    assertThat(raceFree).isGreaterThan(300);
  }
}
