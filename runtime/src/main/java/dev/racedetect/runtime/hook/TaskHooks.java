package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.context.ContextDepot;
import dev.racedetect.runtime.sync.TaskClocks;
import dev.racedetect.runtime.thread.ThreadState;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The start of tasks: what precedes the submission, or the registration of a callback, is ordered
 * before the task's first action (catalogue E, registration rule). One clock a task. Called by
 * woven JDK methods at any depth; a null task is ignored.
 */
public final class TaskHooks {
  private static final int SEVERAL = -1;

  private TaskHooks() {}

  /** Before a task can be seen by those who will run it. */
  public static void submitting(@Nullable Object task) {
    if (task != null) {
      ThreadState thread = MuteHooks.alive();
      if (thread != null) {
        TaskClocks clocks = TaskClocks.of(thread, task);
        place(clocks, task, thread);
        clocks.release(thread);
        TestHooks.submitting(thread, task);
      }
    }
  }

  /** Remembers where a task was submitted. */
  private static void place(TaskClocks clocks, Object task, ThreadState thread) {
    int before = clocks.submittedAt;
    if (thread.context == 0) {
      // Without a frame of the program: the JDK submits the task once more, or a part of the task
      // that it runs, as of a parallel stream.
      if (before == 0) {
        clocks.submittedAt = thread.info().submittedAt(Epoch.clock(thread.epoch));
      }
      return;
    }
    // The first time a stage's function is registered; later, that its turn has come.
    if (before != 0 && task instanceof CompletableFuture.AsynchronousCompletionTask) {
      return;
    }
    int context = ContextDepot.event(thread, thread.context, ContextDepot.SUBMITTED);
    if (before == 0) {
      clocks.submittedAt = context;
    } else if (before != context) {
      clocks.submittedAt = SEVERAL;
    }
  }

  /** Before the first action of a task. */
  public static void starting(@Nullable Object task) {
    if (task != null) {
      ThreadState thread = MuteHooks.alive();
      if (thread != null) {
        TaskClocks clocks = TaskClocks.find(thread, task);
        if (clocks != null) {
          clocks.acquire(thread);
        }
        TestHooks.starting(thread, task);
      }
    }
  }

  /** The same for each of an array of tasks; null elements are ignored. */
  public static void startingAll(@Nullable Object tasks) {
    if (tasks instanceof Object[] array) {
      for (Object task : array) {
        starting(task);
      }
    }
  }

  /** Whether something was submitted. */
  static boolean submitted(ThreadState thread, Object task) {
    TaskClocks clocks = TaskClocks.find(thread, task);
    return clocks != null && clocks.get() != null;
  }

  /** Before a thread of a pool begins a task; all that it does until the next is of this one. */
  public static void running(@Nullable Object task) {
    ThreadState thread = MuteHooks.alive();
    if (thread != null) {
      TaskClocks clocks = task == null ? null : TaskClocks.find(thread, task);
      int submittedAt = clocks == null ? 0 : Math.max(clocks.submittedAt, 0);
      boolean used = thread.publishedEpoch() == thread.epoch;
      thread.info().beginTask(Epoch.clock(thread.epoch), used, submittedAt);
    }
  }
}
