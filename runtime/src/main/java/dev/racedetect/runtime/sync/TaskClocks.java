package dev.racedetect.runtime.sync;

import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * What an object remembers as a task or future: this clock is that of its submissions, the others
 * are those of its end. A cancelled computation may still be running when those who wait for it
 * learn of the cancellation, so that one has a clock of its own.
 */
public final class TaskClocks extends SyncClock {
  private volatile @Nullable SyncClock completion;
  private volatile @Nullable SyncClock cancellation;

  /**
   * Depot index of the stack that submitted the task; 0 for none, negative if there were several.
   * Written without synchronisation: it is for reports only.
   */
  public int submittedAt;

  TaskClocks() {}

  /** The clocks of a task, made on first use; the task is not null. */
  public static TaskClocks of(ThreadState thread, Object task) {
    TaskClocks known = ObjectSync.findTask(thread, task);
    return known != null ? known : ObjectSync.task(thread, task);
  }

  /** The clocks of a task, null if it has none; the task is not null. */
  public static @Nullable TaskClocks find(ThreadState thread, Object task) {
    return ObjectSync.findTask(thread, task);
  }

  /** What was done before the task became complete; null if it was never seen complete. */
  public @Nullable SyncClock completion() {
    return completion;
  }

  /** What was done before the task was cancelled; null if it was not. */
  public @Nullable SyncClock cancellation() {
    return cancellation;
  }

  /** The task is about to become complete. */
  public void completing(ThreadState thread) {
    completions().release(thread);
  }

  /** The task is about to become complete, unless it is already: see {@link Attempt}. */
  public Attempt attempting(ThreadState thread) {
    return completions().shortAttempt(thread);
  }

  private SyncClock completions() {
    SyncClock clock = completion;
    if (clock == null) {
      synchronized (this) {
        clock = completion;
        if (clock == null) {
          clock = new SyncClock();
          completion = clock;
        }
      }
    }
    return clock;
  }

  /** The task is about to become cancelled. */
  public void cancelling(ThreadState thread) {
    SyncClock clock = cancellation;
    if (clock == null) {
      synchronized (this) {
        clock = cancellation;
        if (clock == null) {
          clock = new SyncClock();
          cancellation = clock;
        }
      }
    }
    clock.release(thread);
  }
}
