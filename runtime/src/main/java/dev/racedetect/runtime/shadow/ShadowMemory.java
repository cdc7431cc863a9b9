package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.report.Findings;
import dev.racedetect.runtime.thread.ThreadState;

/**
 * Keeps the shadow state of arrays from taking the last of the application's heap. When little is
 * left, further array elements are not watched: their races are missed, and the run is reported as
 * degraded.
 */
final class ShadowMemory {
  private static final Runtime RUNTIME = Runtime.getRuntime();

  /** A share of the heap, 1/8, that shadow state leaves free. */
  private static final long RESERVE = RUNTIME.maxMemory() / 8;

  /** How many bytes may be handed out before the heap is looked at again. Racy: an estimate. */
  private static long credit;

  private static boolean degraded;

  private ShadowMemory() {}

  /** Whether that many bytes may be used. */
  static boolean available(int bytes) {
    long left = credit - bytes;
    credit = left;
    return left > 0 || look();
  }

  private static boolean look() {
    long free = RUNTIME.maxMemory() - RUNTIME.totalMemory() + RUNTIME.freeMemory();
    if (free > RESERVE) {
      credit = (free - RESERVE) / 8 + 1024;
      return true;
    }
    if (!degraded) {
      degraded = true;
      say();
    }
    return false;
  }

  private static void say() {
    ThreadState thread = ThreadState.current();
    int level = thread.mute;
    long outer = thread.goInside();
    try {
      Findings.degraded(
          "low memory", "some array elements are not checked; give the program a larger -Xmx");
    } finally {
      thread.comeOut(level, outer);
    }
  }
}
