package dev.racedetect.runtime.hook;

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

  /** After an optimistic section began, was validated, or was left in a conversion. */
  public static void optimistic(@Nullable Object lock) {
    if (lock != null) {
      ThreadState thread = MuteHooks.active();
      if (thread != null) {
        LockHooks.acquireWriters(thread, lock);
      }
    }
  }

  /**
   * After a successful validation. The reads of the section count like those under a read lock.
   */
  public static void validated(@Nullable Object lock, long stamp) {
    if (lock != null && StampedLock.isOptimisticReadStamp(stamp)) {
      optimistic(lock);
      LockHooks.readUnlocking(lock, null);
    }
  }

}
