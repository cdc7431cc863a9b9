package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.sync.ClockMap;
import dev.racedetect.runtime.sync.SyncClock;
import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * Objects that an application registers with the JDK, for all threads or for an object that threads
 * share, and that are used later: handlers, factories, policies, default settings. Registration is
 * ordered before each use (catalogue F), two uses are not. The key is what is registered, or where.
 * Called by woven JDK methods, and by application code that reads a standard stream; null is
 * ignored.
 */
public final class SettingHooks {
  private static final ClockMap SETTINGS = new ClockMap();

  private SettingHooks() {}

  /** Before an object is registered, at any depth. */
  public static void made(@Nullable Object key) {
    ThreadState thread = key == null ? null : MuteHooks.alive();
    if (key != null && thread != null) {
      SETTINGS.of(key).release(thread);
    }
  }

  /** After it was found, at any depth. */
  public static void used(@Nullable Object key) {
    ThreadState thread = key == null ? null : MuteHooks.alive();
    if (key != null && thread != null) {
      SyncClock clock = SETTINGS.find(key);
      if (clock != null) {
        clock.acquire(thread);
      }
    }
  }
}
