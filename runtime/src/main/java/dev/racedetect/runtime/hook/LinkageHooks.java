package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.sync.ClockMap;
import dev.racedetect.runtime.sync.SyncClock;
import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * What bootstrap methods of the application do comes before the constants and call sites that they
 * have linked are used, by whatever thread (JVMS 5.4.3.6; catalogue IND-1). One clock for all sites
 * of a class: coarse, hides races with a thread that links another site of it. If two threads link
 * one call site at the same time, the one that loses may be seen to use it before the other has
 * been seen to have linked it.
 */
public final class LinkageHooks {
  private static final ClockMap LINKED = new ClockMap();

  /** Whether there are such sites at all. Set once; classes with sites are executed afterwards. */
  private static volatile boolean watched;

  private LinkageHooks() {}

  /** Says that a class is about to be defined that has sites of its own bootstrap methods. */
  public static void watch() {
    watched = true;
  }

  /**
   * After a bootstrap method, and before its result is linked. Called by the woven JDK.
   *
   * @param caller the class that has the site
   */
  public static void linked(Object caller) {
    ThreadState thread = watched ? MuteHooks.alive() : null;
    if (thread != null) {
      LINKED.of(caller).release(thread);
    }
  }

  /** Before a call site is executed, and after a constant was loaded, that may be linked. */
  public static void used(Class<?> caller) {
    ThreadState thread = MuteHooks.alive();
    @Nullable SyncClock clock = thread == null ? null : LINKED.find(caller);
    if (thread != null && clock != null) {
      clock.acquire(thread);
    }
  }
}
