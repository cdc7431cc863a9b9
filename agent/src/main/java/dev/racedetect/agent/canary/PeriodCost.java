package dev.racedetect.agent.canary;

import dev.racedetect.runtime.hook.MethodSampling;

/**
 * What sampling periods cost: the CPU time that the process uses in them less what the same work
 * takes it without. Work is counted in runs of methods that have checks ({@link
 * MethodSampling#runs}), in moments between periods and in periods. So all counts that makes the
 * process slower in a period: hooks, walks over stacks, code that is not compiled; what compilers
 * do afterwards does not.
 *
 * <p>One figure is coarse, for the CPU time of a process is told in steps of 10 ms; the sums over
 * the last half minute are what counts.
 */
final class PeriodCost {
  /** How fast an old moment loses its weight: half in about 30 s. */
  private static final double HALF_LIFE_NANOS = 30e9;

  /** CPU time of counting a run, which both sides of the comparison pay, ns. */
  private static final double COUNTING_NANOS = 3;

  /** Fewer runs say nothing. */
  private static final double ENOUGH = 1000;

  private double cpu;
  private double runs;
  private long last;

  /**
   * A moment without a period.
   *
   * @param now ns, of any clock
   * @param cpuNanos CPU time of the process
   */
  void bare(long now, long cpuNanos, long runsThen) {
    double fading = Math.pow(0.5, (now - last) / HALF_LIFE_NANOS);
    last = now;
    cpu = cpu * fading + cpuNanos;
    runs = runs * fading + runsThen;
  }

  /**
   * What a period has cost, in ns of CPU time; below 0 if it seems to have saved some.
   *
   * @param cpuNanos CPU time of the process in the period
   */
  long of(long cpuNanos, long runsThen) {
    return Math.round(cpuNanos - runsThen * nanosPerRun());
  }

  /** CPU time of a run without a period and all that the process does besides, ns. */
  double nanosPerRun() {
    return runs < ENOUGH ? 0 : Math.max(0, cpu / runs - COUNTING_NANOS);
  }
}
