package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.clock.Snapshot;
import dev.racedetect.runtime.context.ContextDepot;
import dev.racedetect.runtime.shadow.OptimisticReads;
import dev.racedetect.runtime.sync.LockClockMap;
import dev.racedetect.runtime.sync.LockClocks;
import dev.racedetect.runtime.sync.SyncClock;
import dev.racedetect.runtime.thread.HeldLock;
import dev.racedetect.runtime.thread.ThreadState;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
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
        OptimisticReads.end(thread, key);
        reacquire(thread, key);
        hold(thread, lock);
      }
    }
  }

  /** Before a lock is given back that was held in exclusive mode. */
  public static void unlocking(@Nullable Object key, @Nullable Object lock) {
    if (key != null) {
      ThreadState thread = MuteHooks.active();
      if (thread != null && mayRelease(key)) {
        LOCKS.of(key).writers().release(thread);
        release(thread, lock);
      }
    }
  }

  /** After a lock was taken in shared mode. */
  public static void readLocked(@Nullable Object key, @Nullable Object lock) {
    if (key != null) {
      ThreadState thread = MuteHooks.active();
      if (thread != null) {
        OptimisticReads.end(thread, key);
        LockClocks clocks = LOCKS.find(key);
        if (clocks != null) {
          clocks.writers().acquire(thread);
        }
        hold(thread, lock);
      }
    }
  }

  /** Before a lock is given back that was held in shared mode. */
  public static void readUnlocking(@Nullable Object key, @Nullable Object lock) {
    if (key != null) {
      ThreadState thread = MuteHooks.active();
      if (thread != null) {
        LOCKS.of(key).readers().release(thread);
        release(thread, lock);
      }
    }
  }

  /** Before a condition is waited for: the lock is given back, whatever the depth. */
  public static void waiting(@Nullable Object key) {
    if (key != null) {
      ThreadState thread = MuteHooks.active();
      if (thread != null && mayRelease(key)) {
        LOCKS.of(key).writers().release(thread);
      }
    }
  }

  /** After a condition was waited for, whatever the outcome: the lock is held again. */
  public static void waited(@Nullable Object key) {
    if (key != null) {
      ThreadState thread = MuteHooks.active();
      if (thread != null) {
        reacquire(thread, key);
      }
    }
  }

  /** Whether the lock has no owner to speak of, or the current thread is it (LK-3). */
  private static boolean mayRelease(Object key) {
    return !(key instanceof AbstractOwnableSynchronizer)
        || key.getClass().getClassLoader() != null
        || JdkFields.referenceAt(key, OWNER) == Thread.currentThread();
  }

  private static void reacquire(ThreadState thread, Object key) {
    LockClocks clocks = LOCKS.find(key);
    if (clocks != null) {
      clocks.writers().acquire(thread);
      SyncClock readers = clocks.findReaders();
      if (readers != null) {
        readers.acquire(thread);
      }
    }
  }

  /** What the writers of a lock have released; null for nothing. */
  static @Nullable Snapshot releasedByWriters(Object key) {
    LockClocks clocks = LOCKS.find(key);
    return clocks == null ? null : clocks.writers().get();
  }

  private static void release(ThreadState thread, @Nullable Object lock) {
    if (lock != null) {
      thread.popHeld(lock);
    }
  }

  private static void hold(ThreadState thread, @Nullable Object lock) {
    if (lock != null) {
      int at = ContextDepot.index(thread, thread.context, 0);
      thread.pushHeld(new HeldLock(lock, at, null, thread.held()));
    }
  }
}
