package dev.racedetect.agent.canary;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What the detector takes of the process's CPU time: its own threads' work, measured, and the hooks
 * that the application's threads run in sampling periods, counted and multiplied with what one
 * takes. What hooks take between periods, a load and a branch each, is not in it; the benchmark
 * measures that.
 */
final class CpuMeter {
  /** How fast an old share loses its weight: half in about 30 s. */
  private static final double HALF_LIFE_NANOS = 30e9;

  private final double hookNanos;
  private final LongSupplier clock;
  private final LongSupplier process;
  private long lastTime;
  private long lastCpu;
  private double cpu;
  private double own;
  private double rate = 0.1;

  /**
   * @param hookNanos CPU time of a hook within a period
   */
  CpuMeter(double hookNanos) {
    this(hookNanos, System::nanoTime, CpuMeter::processNanos);
  }

  /**
   * @param hookNanos as above
   * @param clock the time, ns
   * @param process CPU time of the process, ns
   */
  CpuMeter(double hookNanos, LongSupplier clock, LongSupplier process) {
    this.hookNanos = hookNanos;
    this.clock = clock;
    this.process = process;
    this.lastTime = clock.getAsLong();
    this.lastCpu = process.getAsLong();
  }

  /** CPU time of all threads of this process since its start, in ns; 0 if the system hides it. */
  static long processNanos() {
    return ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
  }

  /**
   * To be called after each period, or when something else was done.
   *
   * @param hooks hooks passed since the last call
   * @param worked ns that threads of the detector, or its transformer, have worked since then
   */
  void add(long hooks, long worked) {
    long now = clock.getAsLong();
    long total = process.getAsLong();
    double fading = Math.pow(0.5, (now - lastTime) / HALF_LIFE_NANOS);
    double present = (double) Math.max(0, total - lastCpu) / Math.max(1, now - lastTime);
    rate += (present - rate) * (1 - fading);
    cpu = cpu * fading + Math.max(0, total - lastCpu);
    own = own * fading + hooks * hookNanos + worked;
    lastTime = now;
    lastCpu = total;
  }

  /** The detector's share of the recent CPU time, 0 to 1. */
  double share() {
    return cpu <= 0 ? own > 0 ? 1 : 0 : Math.min(1, own / cpu);
  }

  /** How many processors the process has kept busy lately. */
  double rate() {
    return rate;
  }

  /** How many ns of CPU time the process has to use before the share is down to the budget. */
  double due(double budget) {
    return own / budget - cpu;
  }
}
