package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.context.ContextDepot;
import dev.racedetect.runtime.sync.SyncClock;
import dev.racedetect.runtime.sync.WeakIdentityMap;
import dev.racedetect.runtime.thread.ThreadState;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The start of tasks: what precedes the submission, or the registration of a callback, is ordered
 * before the task's first action (catalogue E, registration rule). One clock a task. Called by
 * woven JDK methods at any depth; a null task is ignored.
 */
public final class TaskHooks {
  private static final class Starts extends WeakIdentityMap<Start> {
    @Override
    protected Start create(Object key) {
      return new Start();
    }
  }

  /** What is known of a task before it starts. */
  private static final class Start {
    private static final int SEVERAL = -1;

    final SyncClock clock = new SyncClock();

    /**
     * Depot index of the stack that submitted it; 0 for none, SEVERAL if there were several.
     * Written without synchronisation: it is for reports only.
     */
    private volatile int submittedAt;

    void submitted(Object task, ThreadState thread) {
      // Without a frame of the program it is a pool that submits the task once more.
      if (thread.context == 0) {
        return;
      }
      int before = submittedAt;
      // The first time a stage's function is registered; later, that its turn has come.
      if (before != 0 && task instanceof CompletableFuture.AsynchronousCompletionTask) {
        return;
      }
      int context = ContextDepot.event(thread, thread.context, 0);
      if (before == 0) {
        submittedAt = context;
      } else if (before != context) {
        submittedAt = SEVERAL;
      }
    }
  }

  private static final Starts STARTS = new Starts();

  private TaskHooks() {}

  /** Before a task can be seen by those who will run it. */
  public static void submitting(@Nullable Object task) {
    if (task != null) {
      ThreadState thread = MuteHooks.alive();
      if (thread != null) {
        Start start = STARTS.of(task);
        start.submitted(task, thread);
        start.clock.release(thread);
        TestHooks.submitting(thread, task);
      }
    }
  }

  /** Before the first action of a task. */
  public static void starting(@Nullable Object task) {
    if (task != null) {
      ThreadState thread = MuteHooks.alive();
      if (thread != null) {
        Start start = STARTS.find(task);
        if (start != null) {
          start.clock.acquire(thread);
        }
        TestHooks.starting(thread, task);
      }
    }
  }

  /** Whether something was submitted. */
  static boolean submitted(Object task) {
    return STARTS.find(task) != null;
  }

  /** Before a thread of a pool begins a task; all that it does until the next is of this one. */
  public static void running(@Nullable Object task) {
    ThreadState thread = MuteHooks.alive();
    if (thread != null) {
      Start start = task == null ? null : STARTS.find(task);
      int submittedAt = start == null ? 0 : Math.max(start.submittedAt, 0);
      thread.info().beginTask(Epoch.clock(thread.epoch), submittedAt);
    }
  }
}
