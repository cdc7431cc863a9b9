package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.sync.MonitorClock;
import dev.racedetect.runtime.sync.ObjectSync;
import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * Monitors of the JDK classes whose contract is their monitor (catalogue D7): the same clocks as
 * those of the application's monitors, so that client locking pairs with them. Called by woven JDK
 * methods; null is ignored.
 */
public final class LegacyHooks {
  private LegacyHooks() {}

  /** After a monitor was entered. */
  public static void entered(@Nullable Object lock) {
    if (lock != null) {
      ThreadState thread = MuteHooks.active();
      if (thread != null) {
        MonitorClock clock = ObjectSync.findMonitor(thread, lock);
        if (clock != null) {
          clock.acquire(thread);
        }
      }
    }
  }

  /** Before a monitor is exited. */
  public static void exiting(@Nullable Object lock) {
    if (lock != null) {
      ThreadState thread = MuteHooks.active();
      if (thread != null) {
        ObjectSync.unnamedMonitor(thread, lock).release(thread);
      }
    }
  }
}
