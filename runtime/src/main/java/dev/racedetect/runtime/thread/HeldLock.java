package dev.racedetect.runtime.thread;

import org.jspecify.annotations.Nullable;

/**
 * One lock in the immutable stack of locks that a thread holds, newest first.
 *
 * @param kind what is shown before the {@code @}: the simple class name of the lock
 * @param identity identity hash of the lock object, shown after the {@code @}
 * @param lock the lock object itself, for matching acquire and release; null where only the history
 *     speaks of it
 * @param context depot index of the place where it was taken, 0 if unknown
 * @param below the locks taken before; null for the outermost
 */
public record HeldLock(
    String kind, int identity, @Nullable Object lock, int context, @Nullable HeldLock below) {

  /** This stack without the newest entry for the given lock; itself if the lock is not in it. */
  @Nullable HeldLock without(Object released) {
    if (lock == released) {
      return below;
    }
    if (below == null) {
      return this;
    }
    HeldLock rest = below.without(released);
    return rest == below ? this : new HeldLock(kind, identity, lock, context, rest);
  }
}
