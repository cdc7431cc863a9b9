package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.clock.Snapshot;
import dev.racedetect.runtime.context.ContextDepot;
import dev.racedetect.runtime.shadow.OptimisticReads;
import dev.racedetect.runtime.sync.LockClockMap;
import dev.racedetect.runtime.sync.LockClocks;
import dev.racedetect.runtime.thread.LockName;
import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * Locks of {@code java.util.concurrent.locks}: two clocks a lock, one of writers and one of
 * readers. A reader's unlock is ordered before the next writer and never before the next reader
 * (catalogue C1 to C3). Called by woven JDK methods; a null key is ignored.
 */
public final class LockHooks {
  private static final LockClockMap LOCKS = new LockClockMap();

  private static final long OWNER =
      JdkFields.offset(
          "java.util.concurrent.locks.AbstractOwnableSynchronizer", "exclusiveOwnerThread");

  private LockHooks() {}

  /**
   * After a lock was taken in exclusive mode.
   *
   * @param key what the lock's parts have in common: its synchroniser
   * @param lock the lock, for the list of locks held
   */
  public static void locked(@Nullable Object key, @Nullable Object lock) {
    if (key != null) {
      ThreadState thread = MuteHooks.active();
      if (thread != null) {
        locked(thread, key, lock);
      }
    }
  }

  private static void locked(ThreadState thread, Object key, @Nullable Object lock) {
    OptimisticReads.end(thread, key);
    LockClocks clocks = LOCKS.of(key);
    clocks.acquireAlone(thread);
    hold(thread, lock, clocks.owned());
  }

  /** Before a lock is given back that was held in exclusive mode. */
  public static void unlocking(@Nullable Object key, @Nullable Object lock) {
    if (key != null) {
      ThreadState thread = MuteHooks.active();
      if (thread != null && mayRelease(key)) {
        unlocking(thread, key, lock);
      }
    }
  }

  private static void unlocking(ThreadState thread, Object key, @Nullable Object lock) {
    LockName last = thread.lastHeld();
    if (lock == null || !(last instanceof LockClocks.Owned) || !last.names(lock)) {
      last = lock == null ? null : thread.held(lock, LockClocks.Owned.class);
    }
    if (last != null) {
      thread.letGo(last);
    }
    (last instanceof LockClocks.Owned owned ? owned.lock() : LOCKS.of(key)).release(thread);
  }

  /** After a lock was taken in shared mode. */
  public static void readLocked(@Nullable Object key, @Nullable Object lock) {
    if (key != null) {
      ThreadState thread = MuteHooks.active();
      if (thread != null) {
        readLocked(thread, key, lock);
      }
    }
  }

  private static void readLocked(ThreadState thread, Object key, @Nullable Object lock) {
    OptimisticReads.end(thread, key);
    LockClocks clocks = LOCKS.of(key);
    clocks.acquire(thread);
    hold(thread, lock, clocks.shared());
  }

  /** Before a lock is given back that was held in shared mode. */
  public static void readUnlocking(@Nullable Object key, @Nullable Object lock) {
    if (key != null) {
      ThreadState thread = MuteHooks.active();
      if (thread != null) {
        readUnlocking(thread, key, lock);
      }
    }
  }

  private static void readUnlocking(ThreadState thread, Object key, @Nullable Object lock) {
    LockName last = thread.lastHeld();
    if (lock == null || !(last instanceof LockClocks.Shared) || !last.names(lock)) {
      last = lock == null ? null : thread.held(lock, LockClocks.Shared.class);
    }
    if (last != null) {
      thread.letGo(last);
    }
    LockClocks clocks = last instanceof LockClocks.Shared shared ? shared.lock() : LOCKS.of(key);
    clocks.releaseShared(thread);
  }

  /** Before a condition is waited for: the lock is given back, whatever the depth. */
  public static void waiting(@Nullable Object key) {
    if (key != null) {
      ThreadState thread = MuteHooks.active();
      if (thread != null && mayRelease(key)) {
        LOCKS.of(key).release(thread);
      }
    }
  }

  /** After a condition was waited for, whatever the outcome: the lock is held again. */
  public static void waited(@Nullable Object key) {
    if (key != null) {
      ThreadState thread = MuteHooks.active();
      if (thread != null && mayRelease(key)) {
        LOCKS.of(key).acquireAlone(thread);
      }
    }
  }

  /** Whether the lock has no owner to speak of, or the current thread is it (LK-3). */
  private static boolean mayRelease(Object key) {
    return !LockClockMap.tellsOwner(key)
        || JdkFields.referenceAt(key, OWNER) == Thread.currentThread();
  }

  /** What the writers of a lock that does not tell its owner have released; null for nothing. */
  static @Nullable Snapshot releasedByWriters(Object key) {
    LockClocks clocks = LOCKS.find(key);
    return clocks == null ? null : clocks.released();
  }

  private static void hold(ThreadState thread, @Nullable Object lock, LockName name) {
    if (lock != null) {
      name.nameWeakly(lock);
      thread.hold(name, ContextDepot.here(thread, ContextDepot.LOCKED));
    }
  }
}
