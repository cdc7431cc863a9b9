package dev.racedetect.runtime.hook;

/**
 * How much the application gets done: the number of hooks in methods of the JDK that were passed in
 * sampling periods, and in moments in which they are counted. It is the same for the same work,
 * with and without checks. Lossy.
 */
public final class Progress {
  private static final int STRIPES = 64;

  /** Longs in a cache line. */
  private static final int LINE = 8;

  private static final long[] COUNTS = new long[STRIPES * LINE];

  private Progress() {}

  /** A hook was passed. */
  @SuppressWarnings("deprecation") // threadId() is of JDK 19
  static void count() {
    COUNTS[((int) Thread.currentThread().getId() & STRIPES - 1) * LINE]++;
  }

  /** All so far. */
  public static long made() {
    long sum = 0;
    for (int i = 0; i < STRIPES; i++) {
      sum += COUNTS[i * LINE];
    }
    return sum;
  }
}
