package dev.racedetect.runtime.thread;

/**
 * Whether this JVM is watched in {@linkplain Periods sampling periods} only. Decided once, before
 * the engine is first used, so that {@link Periods#SAMPLED} is a constant for the compiler.
 */
public final class Sampling {
  /** Written by the thread that starts the detector, before {@link Periods} is initialised. */
  static volatile boolean requested;

  private Sampling() {}

  /** From now on there are only periods; must be called before the first hook. */
  public static void request() {
    requested = true;
  }
}
