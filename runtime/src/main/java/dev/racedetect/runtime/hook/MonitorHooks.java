package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.context.ContextDepot;
import dev.racedetect.runtime.sync.SyncTable;
import dev.racedetect.runtime.thread.HeldLock;
import dev.racedetect.runtime.thread.ThreadState;

/** Called around monitor instructions and in synchronized methods of instrumented classes. */
public final class MonitorHooks {
  private MonitorHooks() {}

  /** After a monitor was entered (JLS 17.4.4). */
  public static void afterEnter(Object lock, ThreadState thread, long context, int site) {
    if (lock == null) {
      return;
    }
    SyncTable.of(thread, lock).acquire(thread);
    int at = ContextDepot.index(thread, context, site);
    thread.pushHeld(
        new HeldLock(name(lock), System.identityHashCode(lock), lock, at, thread.held()));
  }

  /** Before a monitor is exited, normally or by an exception. */
  public static void beforeExit(Object lock, ThreadState thread) {
    if (lock == null) {
      return;
    }
    SyncTable.of(thread, lock).releaseStore(thread);
    thread.popHeld(lock);
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

  private static String name(Object lock) {
    if (lock instanceof Class<?> c) {
      return c.getName() + ".class";
    }
    String name = lock.getClass().getName();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
