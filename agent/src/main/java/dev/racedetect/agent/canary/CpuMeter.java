package dev.racedetect.agent.canary;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What the detector takes of the process's CPU time: the rewriting of classes and sampling periods
 * ({@link PeriodCost}). What hooks take between periods, a load and a branch each, is not in it;
 * the benchmark measures that.
 */
final class CpuMeter {
  /** How fast an old share loses its weight: half in about 30 s. */
  private static final double HALF_LIFE_NANOS = 30e9;

  private final LongSupplier clock;
  private final LongSupplier process;
  private long lastTime;
  private long lastCpu;
  private double cpu;
  private double own;
  private double rate = 0.1;

  CpuMeter() {
    this(System::nanoTime, CpuMeter::processNanos);
  }

  /**
   * @param clock the time, ns
   * @param process CPU time of the process, ns
   */
  CpuMeter(LongSupplier clock, LongSupplier process) {
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
   * @param worked ns of CPU time that the detector has taken since then, as far as that is known;
   *     an estimate, which may be below 0
   */
  void add(long worked) {
    long now = clock.getAsLong();
    long total = process.getAsLong();
    double fading = Math.pow(0.5, (now - lastTime) / HALF_LIFE_NANOS);
    double present = (double) Math.max(0, total - lastCpu) / Math.max(1, now - lastTime);
    rate += (present - rate) * (1 - fading);
    cpu = cpu * fading + Math.max(0, total - lastCpu);
    own = own * fading + worked;
    lastTime = now;
    lastCpu = total;
  }

  /** The detector's share of the recent CPU time, 0 to 1. */
  double share() {
    return cpu <= 0 ? own > 0 ? 1 : 0 : Math.max(0, Math.min(1, own / cpu));
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
