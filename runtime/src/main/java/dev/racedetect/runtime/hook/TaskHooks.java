package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.sync.ClockMap;
import dev.racedetect.runtime.sync.SyncClock;
import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * The start of tasks: what precedes the submission, or the registration of a callback, is ordered
 * before the task's first action (catalogue E, registration rule). One clock a task. Called by
 * woven JDK methods at any depth; a null task is ignored.
 */
public final class TaskHooks {
  private static final ClockMap STARTS = new ClockMap();

  private TaskHooks() {}

  /** Before a task can be seen by those who will run it. */
  public static void submitting(@Nullable Object task) {
    if (task != null) {
      ThreadState thread = MuteHooks.alive();
      if (thread != null) {
        STARTS.of(task).release(thread);
      }
    }
  }

  /** Before the first action of a task. */
  public static void starting(@Nullable Object task) {
    if (task != null) {
      ThreadState thread = MuteHooks.alive();
      if (thread != null) {
        SyncClock clock = STARTS.find(task);
        if (clock != null) {
          clock.acquire(thread);
        }
      }
    }
  }

  /** Whether something was submitted. */
  static boolean submitted(Object task) {
    return STARTS.find(task) != null;
  }
}
