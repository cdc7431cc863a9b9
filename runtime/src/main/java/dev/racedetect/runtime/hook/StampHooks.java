package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.shadow.OptimisticReads;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;

/**
 * {@code StampedLock} (catalogue C3): writers and readers as in {@link LockHooks}, with the mode
 * taken from the stamp. Called by woven JDK methods; a null key is ignored.
 */
public final class StampHooks {
  private StampHooks() {}

  /** Before {@code unlock(long)} of either mode. */
  public static void unlocking(@Nullable Object lock, long stamp) {
    if (StampedLock.isWriteLockStamp(stamp)) {
      LockHooks.unlocking(lock, lock);
    } else if (StampedLock.isReadLockStamp(stamp)) {
      LockHooks.readUnlocking(lock, lock);
    }
  }

  /**
   * Before a conversion from a stamp: what the old mode holds is released. If the conversion then
   * fails, the release stays, which may hide a race.
   */
  public static void converting(@Nullable Object lock, long stamp) {
    unlocking(lock, stamp);
  }

  /**
   * After an optimistic section began, also between sampling periods: one that begins while the
   * thread is in the section would take its reads for real ones. A stamp of 0, from a lock that is
   * held, begins one as well: the reads that follow are worth nothing, but the documented idiom
   * discards them.
   */
  public static void begun(@Nullable Object lock, long stamp) {
    if (lock != null) {
      ThreadState thread = Periods.SAMPLED ? ThreadState.own() : MuteHooks.active();
      if (thread != null) {
        OptimisticReads.begin(thread, lock, stamp, LockHooks.releasedByWriters(lock));
      }
    }
  }

  /** After {@code validate}; a validation of a stamp that is held changes nothing. */
  public static void validated(@Nullable Object lock, long stamp, boolean valid) {
    ThreadState thread = Periods.SAMPLED ? ThreadState.own() : MuteHooks.alive();
    if (lock != null && thread != null) {
      OptimisticReads.validated(thread, lock, stamp, valid);
    }
  }

  /** After a conversion, which validates an optimistic stamp; 0 if it failed. */
  public static void converted(@Nullable Object lock, long stamp, long result) {
    validated(lock, stamp, result != 0);
  }

  /** After a conversion to an optimistic stamp: a section begins. */
  public static void convertedToOptimistic(@Nullable Object lock, long stamp, long result) {
    converted(lock, stamp, result);
    if (result != 0) {
      begun(lock, result);
    }
  }
}
