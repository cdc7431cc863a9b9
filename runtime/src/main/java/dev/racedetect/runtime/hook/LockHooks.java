package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.context.ContextDepot;
import dev.racedetect.runtime.sync.ClockMap;
import dev.racedetect.runtime.sync.SyncClock;
import dev.racedetect.runtime.thread.HeldLock;
import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * Locks of {@code java.util.concurrent.locks}: two clocks a lock, one of writers and one of
 * readers. A reader's unlock is ordered before the next writer and never before the next reader
 * (catalogue C1 to C3). Called by woven JDK methods; a null key is ignored.
 */
public final class LockHooks {
  private static final ClockMap WRITERS = new ClockMap();
  private static final ClockMap READERS = new ClockMap();

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
        reacquire(thread, key);
        hold(thread, lock);
      }
    }
  }

  /** Before a lock is given back that was held in exclusive mode. */
  public static void unlocking(@Nullable Object key, @Nullable Object lock) {
    if (key != null) {
      ThreadState thread = MuteHooks.active();
      if (thread != null) {
        WRITERS.of(key).release(thread);
        release(thread, lock);
      }
    }
  }

  /** After a lock was taken in shared mode. */
  public static void readLocked(@Nullable Object key, @Nullable Object lock) {
    if (key != null) {
      ThreadState thread = MuteHooks.active();
      if (thread != null) {
        acquire(thread, WRITERS.find(key));
        hold(thread, lock);
      }
    }
  }

  /** Before a lock is given back that was held in shared mode. */
  public static void readUnlocking(@Nullable Object key, @Nullable Object lock) {
    if (key != null) {
      ThreadState thread = MuteHooks.active();
      if (thread != null) {
        READERS.of(key).release(thread);
        release(thread, lock);
      }
    }
  }

  /** Before a condition is waited for: the lock is given back, whatever the depth. */
  public static void waiting(@Nullable Object key) {
    if (key != null) {
      ThreadState thread = MuteHooks.active();
      if (thread != null) {
        WRITERS.of(key).release(thread);
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

  static void reacquire(ThreadState thread, Object key) {
    acquire(thread, WRITERS.find(key));
    acquire(thread, READERS.find(key));
  }

  static void acquireWriters(ThreadState thread, Object key) {
    acquire(thread, WRITERS.find(key));
  }

  private static void acquire(ThreadState thread, @Nullable SyncClock clock) {
    if (clock != null) {
      clock.acquire(thread);
    }
  }

  private static void release(ThreadState thread, @Nullable Object lock) {
    if (lock != null) {
      thread.popHeld(lock);
    }
  }

  private static void hold(ThreadState thread, @Nullable Object lock) {
    if (lock != null) {
      String name = lock.getClass().getName();
      String kind = name.substring(name.lastIndexOf('.') + 1);
      int at = ContextDepot.index(thread, thread.context, 0);
      int identity = System.identityHashCode(lock);
      thread.pushHeld(new HeldLock(kind, identity, lock, at, thread.held()));
    }
  }
}
