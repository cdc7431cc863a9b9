package dev.racedetect.runtime.race;

import org.jspecify.annotations.Nullable;

/**
 * The races of this JVM: each distinct one goes to the sink once.
 *
 * <p>Safe to call from any thread inside a hook: calls are serialised by a private lock, and a race
 * that is found while the same thread reports another one is dropped.
 */
public final class RaceFindings {

  private static final Object LOCK = new Object();

  /** Races that were reported. Guarded by LOCK. */
  private static final FingerprintSet REPORTED = new FingerprintSet();

  /** Guarded by LOCK. */
  private static @Nullable RaceSink sink;

  /** Guarded by LOCK; true while the owner of LOCK is inside {@link #report}. */
  private static boolean reporting;

  private RaceFindings() {}

  /**
   * Says where races go. Until the first call they go nowhere and are not remembered either.
   *
   * @param target receives each distinct race; null for nowhere
   * @return where they went before, null if nowhere
   */
  public static @Nullable RaceSink to(@Nullable RaceSink target) {
    synchronized (LOCK) {
      RaceSink before = sink;
      sink = target;
      return before;
    }
  }

  /**
   * Reports a race unless the same one was reported before. A suppressed race is offered to the
   * sink again, because outer frames that are not part of the fingerprint may have suppressed it.
   *
   * <p>Never throws. A race that could not be written, for want of memory or stack, is tried again
   * when it is found again.
   *
   * @param finding the race
   * @return whether it was reported now; false for repetitions and suppressed races
   */
  public static boolean report(RaceFinding finding) {
    synchronized (LOCK) {
      RaceSink target = sink;
      if (target == null || reporting) {
        return false;
      }
      reporting = true;
      try {
        String fingerprint = Fingerprint.of(finding);
        return !REPORTED.contains(fingerprint)
            && target.accept(finding, fingerprint, Hints.of(finding))
            && REPORTED.add(fingerprint);
      } catch (Throwable e) {
        return false;
      } finally {
        reporting = false;
      }
    }
  }
}
