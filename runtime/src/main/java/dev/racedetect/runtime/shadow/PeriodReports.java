package dev.racedetect.runtime.shadow;

/**
 * How many races may be looked at in one {@linkplain dev.racedetect.runtime.thread.Periods sampling
 * period}: a thousand a second must not cost more than a few. Most of them are the same again.
 */
public final class PeriodReports {
  private static final int MOST = 32;

  /** How many were looked at in the present period. Racy: the limit is not exact. */
  private static int count;

  private PeriodReports() {}

  /** A new period begins. */
  public static void clear() {
    count = 0;
  }

  static boolean allowed() {
    int now = count;
    count = now + 1;
    return now < MOST;
  }
}
