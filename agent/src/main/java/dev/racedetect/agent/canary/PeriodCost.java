package dev.racedetect.agent.canary;

import dev.racedetect.runtime.hook.Progress;

/**
 * What sampling periods cost: the CPU time that the process uses in them less what the same work
 * takes it without. Work is counted in passed hooks of methods of the JDK ({@link Progress}), in
 * moments between periods and in periods. So all counts that makes the process slower in a period:
 * hooks, walks over stacks, code that is not compiled; what compilers do afterwards does not. Hooks
 * that others lead to are counted in periods only, so the cost may be more than this says. Of a
 * program that hardly calls such methods, all of its CPU time in periods counts.
 *
 * <p>One figure is coarse, for the CPU time of a process is told in steps of 10 ms; the sums over
 * the last half minute are what counts.
 */
final class PeriodCost {
  /** How fast an old moment loses its weight: half in about 30 s. */
  private static final double HALF_LIFE_NANOS = 30e9;

  /** CPU time of counting a hook, which only the moments without a period pay for alone, ns. */
  private static final double COUNTING_NANOS = 5;

  /** Fewer hooks say nothing. */
  private static final double ENOUGH = 1000;

  private double cpu;
  private double hooks;
  private long last;

  /**
   * A moment without a period.
   *
   * @param now ns, of any clock
   * @param cpuNanos CPU time of the process
   * @param passed hooks
   */
  void bare(long now, long cpuNanos, long passed) {
    double fading = Math.pow(0.5, (now - last) / HALF_LIFE_NANOS);
    last = now;
    cpu = cpu * fading + cpuNanos;
    hooks = hooks * fading + passed;
  }

  /**
   * What a period has cost, in ns of CPU time; below 0 if it seems to have saved some.
   *
   * @param cpuNanos CPU time of the process in the period
   * @param passed hooks in it
   */
  long of(long cpuNanos, long passed) {
    return Math.round(cpuNanos - passed * nanosPerHook());
  }

  /** CPU time for each hook without a period and all that the process does besides, ns. */
  double nanosPerHook() {
    return hooks < ENOUGH ? 0 : Math.max(0, cpu / hooks - COUNTING_NANOS);
  }
}
