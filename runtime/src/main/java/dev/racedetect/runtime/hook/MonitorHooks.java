package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.context.ContextDepot;
import dev.racedetect.runtime.sync.SyncClock;
import dev.racedetect.runtime.sync.SyncTable;
import dev.racedetect.runtime.thread.HeldLock;
import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/** Called around monitor instructions and in synchronized methods of instrumented classes. */
public final class MonitorHooks {
  private MonitorHooks() {}

  /** Before a monitor is entered: its clock is found more cheaply than when it is locked. */
  public static void beforeEnter(@Nullable Object lock, ThreadState thread) {
    if (lock != null) {
      SyncTable.of(thread, lock);
    }
  }

  /** After a monitor was entered (JLS 17.4.4). */
  public static void afterEnter(@Nullable Object lock, ThreadState thread, long context, int site) {
    if (lock == null) {
      return;
    }
    HeldLock held = thread.held();
    HeldLock outer = HeldLock.monitor(held, lock);
    SyncClock clock = outer == null ? null : outer.clock();
    if (clock == null) {
      clock = SyncTable.of(thread, lock);
      clock.acquire(thread);
    }
    int at = ContextDepot.index(thread, context, site);
    thread.pushHeld(new HeldLock(lock, at, clock, held));
  }

  /** Before a monitor is exited, normally or by an exception. */
  public static void beforeExit(@Nullable Object lock, ThreadState thread) {
    if (lock == null) {
      return;
    }
    HeldLock own = HeldLock.monitor(thread.held(), lock);
    if (own == null || HeldLock.monitor(own.below(), lock) == null) {
      clock(own, thread, lock).releaseStore(thread);
    }
    thread.popHeld(lock);
  }

  private static SyncClock clock(@Nullable HeldLock held, ThreadState thread, Object lock) {
    SyncClock known = held == null ? null : held.clock();
    return known == null ? SyncTable.of(thread, lock) : known;
  }

  /**
   * {@code Object.wait}: releases the monitor whatever the depth, and has it again when it returns,
   * for whatever reason (JLS 17.2.1).
   *
   * @throws InterruptedException as {@code Object.wait}
   */
  @SuppressWarnings("WaitNotInLoop") // the loop is the application's
  public static void waitOn(Object lock, long millis, int nanos, ThreadState thread)
      throws InterruptedException {
    SyncTable.of(thread, lock).releaseStore(thread);
    try {
      if (nanos == 0) {
        lock.wait(millis);
      } else {
        lock.wait(millis, nanos);
      }
    } finally {
      SyncTable.of(thread, lock).acquire(thread);
    }
  }
}
