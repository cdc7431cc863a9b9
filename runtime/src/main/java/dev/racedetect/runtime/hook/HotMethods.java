package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.thread.Periods;

/**
 * How often methods with access checks run in sampling periods: hot ones lose their checks
 * (LiteRace: Marino, Musuvathi and Narayanasamy, PLDI 2009: races hide in cold code). Called by
 * emitted code where there are {@linkplain Periods periods}.
 */
public final class HotMethods {
  /**
   * By method id. Replaced under the class lock when it grows; counted without a lock, so lossy.
   */
  private static volatile int[] counts = new int[1 << 12];

  /** Guarded by the class lock. */
  private static int registered;

  private HotMethods() {}

  /** A dense id for a method. */
  public static synchronized int register() {
    if (registered == counts.length) {
      int[] wider = new int[2 * registered];
      System.arraycopy(counts, 0, wider, 0, registered);
      counts = wider;
    }
    return registered++;
  }

  /** At the entry of a method, and before each jump back in it. */
  public static void passed(int method) {
    if (Periods.on()) {
      counts[method]++;
    }
  }

  /** The counts since the last call, by method id. */
  public static synchronized int[] take() {
    int[] taken = new int[registered];
    System.arraycopy(counts, 0, taken, 0, registered);
    java.util.Arrays.fill(counts, 0, registered, 0);
    return taken;
  }
}
