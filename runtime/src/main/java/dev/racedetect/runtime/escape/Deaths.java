package dev.racedetect.runtime.escape;

import dev.racedetect.runtime.sync.WeakIdentityMap;
import dev.racedetect.runtime.thread.ThreadFields;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Exceptions that end threads. A thread's death is noted where its exception leaves the thread's
 * code, and reported when the JDK is about to print it because no handler received it.
 */
public final class Deaths {
  /** What is known of a dying thread. Must not refer to the thread: it is a value of the table. */
  private static final class Death {
    @Nullable How how;
    @Nullable String task;
    StackTraceElement[] submittedAt = Threads.NOWHERE;

    /** Whether code of the program received the exception. */
    boolean recovered;

    /**
     * Whether the worker of a pool was told to stop when its task threw. Not later: the pool may
     * have terminated before the exception reaches the thread's end, and may have taken it for
     * idle.
     */
    boolean stopped;
  }

  private static final class ByThread extends WeakIdentityMap<Death> {
    @Override
    protected Death create(Object key) {
      return new Death();
    }
  }

  /** The task that a timer ran last. */
  private static final class LastTask {
    volatile @Nullable WeakReference<Object> task;
  }

  private static final class ByTimer extends WeakIdentityMap<LastTask> {
    @Override
    protected LastTask create(Object key) {
      return new LastTask();
    }
  }

  private static final String HANDED_ON =
      "it was handed to the thread's handler for uncaught exceptions, and none is set";

  private static final ByThread DYING = new ByThread();
  private static final ByTimer TIMERS = new ByTimer();

  private Deaths() {}

  /** Before a timer runs a task. */
  public static void timerRuns(Object timerThread, Object task) {
    LastTask last = TIMERS.of(timerThread);
    WeakReference<Object> before = last.task;
    if (before == null || !before.refersTo(task)) {
      last.task = new WeakReference<>(task);
    }
  }

  /** After a task of a pool threw; in the worker. */
  public static void taskThrew(Object task) {
    Death death = DYING.of(Thread.currentThread());
    Object inner = Tasks.innermost(task);
    death.how = How.POOL_WORKER_DEATH;
    death.stopped = Interruptions.stops(Thread.currentThread());
    death.task = inner == null ? null : inner.getClass().getName();
    death.submittedAt = Sites.of(inner);
  }

  /** Before a worker leaves its pool because a task threw; in the worker. */
  public static void workerLeaves(Object pool) {
    Death death = DYING.find(Thread.currentThread());
    if (death != null
        && Outcomes.overrides(pool.getClass(), "afterExecute", Runnable.class, Throwable.class)) {
      death.recovered = true;
    }
  }

  /** When an exception has left a virtual thread's task; in that thread. */
  public static void virtualEnds(Object task) {
    Death death = DYING.of(Thread.currentThread());
    death.how = How.VIRTUAL_THREAD_DEATH;
    death.task = task.getClass().getName();
    death.submittedAt = Sites.of(task);
  }

  /** When an exception has left a thread's code; in that thread. */
  public static void ends(Thread thread) {
    Death death = DYING.of(thread);
    if (death.how != null) {
      return;
    }
    LastTask last = TIMERS.find(thread);
    WeakReference<Object> timed = last == null ? null : last.task;
    if (timed != null) {
      Object task = timed.get();
      death.how = How.TIMER_DEATH;
      death.task = task == null ? null : task.getClass().getName();
      death.submittedAt = Sites.of(task);
    } else if (ThreadFields.virtual(thread)) {
      death.how = How.VIRTUAL_THREAD_DEATH;
    } else {
      Object target = Tasks.ofThread(thread);
      death.how = How.THREAD_DEATH;
      death.task = target.getClass().getName();
      death.submittedAt = Sites.of(target);
    }
  }

  /** When no handler is there and the JDK is about to print the exception. */
  public static void unhandled(Thread thread, Throwable thrown) {
    Death death = DYING.find(thread);
    boolean stopped =
        death != null && death.how == How.POOL_WORKER_DEATH
            ? death.stopped
            : Interruptions.stops(thread);
    if (stopped || Exempt.is(thrown) || handedToGroup(thread)) {
      return;
    }
    Failure failure = Failures.find(thrown);
    Pending pending = failure == null ? null : failure.pending();
    if (death == null) {
      if (pending == null) {
        report(thread, thrown, How.THREAD_DEATH, null, Threads.NOWHERE, HANDED_ON);
      } else {
        Judge.judge(pending, true);
      }
      return;
    }
    How how = death.how;
    if (how != null && !death.recovered && !Threads.hasHandler(thread)) {
      if (pending != null) {
        Judge.dismiss(pending); // One report is enough.
      }
      report(thread, thrown, how, death.task, death.submittedAt, how.consequence());
    }
  }

  /** Whether a group of the program received the exception, and has only passed it on. */
  private static boolean handedToGroup(Thread thread) {
    for (ThreadGroup g = thread.getThreadGroup(); g != null; g = g.getParent()) {
      if (Outcomes.overrides(g.getClass(), "uncaughtException", Thread.class, Throwable.class)) {
        return true;
      }
    }
    return false;
  }

  private static void report(
      Thread thread,
      Throwable thrown,
      How how,
      @Nullable String task,
      StackTraceElement[] at,
      String consequence) {
    boolean startsThread = how == How.THREAD_DEATH || how == How.VIRTUAL_THREAD_DEATH;
    EscapeWatch.report(
        new EscapeFinding(
            how,
            true,
            ThrowableCopy.of(thrown).fault(),
            Threads.facts(thread, startsThread ? at : Threads.NOWHERE),
            at,
            task,
            consequence,
            EscapeWatch.isMain(thread)));
  }
}
