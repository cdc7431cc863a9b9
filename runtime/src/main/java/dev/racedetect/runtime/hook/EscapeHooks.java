package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.escape.Deaths;
import dev.racedetect.runtime.escape.EscapeWatch;
import dev.racedetect.runtime.escape.Interruptions;
import dev.racedetect.runtime.escape.Invocations;
import dev.racedetect.runtime.escape.Outcomes;
import dev.racedetect.runtime.escape.Submissions;
import dev.racedetect.runtime.escape.Subtasks;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Called by woven JDK methods where exceptions get lost and where somebody looks at them. They work
 * without the engine for data races. Null arguments, from a row whose outcome did not come, are
 * ignored; nothing is thrown.
 */
public final class EscapeHooks {
  /** The state of a {@code FutureTask} that failed. */
  private static final int EXCEPTIONAL = 3;

  private EscapeHooks() {}

  /** When a task is made for, or handed to, whoever will run it. */
  public static void submitted(@Nullable Object task) {
    if (task != null) {
      try {
        Submissions.task(task);
      } catch (Throwable e) {
        ignore(e);
      }
    }
  }

  /** When a task is handed to a pool; one that was made by submit is known already. */
  public static void executing(@Nullable Object task) {
    if (!(task instanceof FutureTask)) {
      submitted(task);
    }
  }

  /** When a platform thread is started. */
  public static void started(@Nullable Object thread) {
    if (thread instanceof Thread started) {
      try {
        Submissions.thread(started);
      } catch (Throwable e) {
        ignore(e);
      }
    }
  }

  /** Before a thread is interrupted. */
  public static void interrupting(@Nullable Object thread) {
    if (thread != null) {
      try {
        Interruptions.interrupting(thread);
      } catch (Throwable e) {
        ignore(e);
      }
    }
  }

  /** When the current thread becomes a worker of a pool. */
  public static void works(@Nullable Object pool) {
    if (pool != null) {
      try {
        Interruptions.works(pool);
      } catch (Throwable e) {
        ignore(e);
      }
    }
  }

  /** When a thread begins to run the function of an asynchronous stage. */
  public static void begins(@Nullable Object function) {
    if (function != null) {
      Submissions.begins(function);
    }
  }

  /** When it has run it. */
  public static void ends(@Nullable Object stage) {
    Submissions.ends();
  }

  /** When an exception has left the code of the current thread. */
  public static void dying(@Nullable Object thread, @Nullable Object thrown) {
    if (thread instanceof Thread dying && thrown != null) {
      int level = EscapeWatch.mute();
      try {
        Deaths.ends(dying);
      } catch (Throwable e) {
        ignore(e);
      } finally {
        EscapeWatch.unmute(level);
      }
    }
  }

  /** When an exception has left the task of the current virtual thread. */
  public static void virtualDying(@Nullable Object task) {
    if (task != null) {
      int level = EscapeWatch.mute();
      try {
        Deaths.virtualEnds(task);
      } catch (Throwable e) {
        ignore(e);
      } finally {
        EscapeWatch.unmute(level);
      }
    }
  }

  /** When no handler received an exception and the JDK is about to print it. */
  public static void unhandled(@Nullable Object thread, @Nullable Object thrown) {
    if (thread instanceof Thread dying && thrown instanceof Throwable e) {
      int level = EscapeWatch.mute();
      try {
        Deaths.unhandled(dying, e);
      } catch (Throwable failure) {
        ignore(failure);
      } finally {
        EscapeWatch.unmute(level);
      }
    }
  }

  /** After a pool ran a task; the exception is null if it threw none. */
  public static void executed(@Nullable Object task, @Nullable Object thrown) {
    if (thrown != null && task != null) {
      int level = EscapeWatch.mute();
      try {
        Deaths.taskThrew(task);
      } catch (Throwable e) {
        ignore(e);
      } finally {
        EscapeWatch.unmute(level);
      }
    }
  }

  /** When a worker leaves its pool. */
  public static void workerLeaves(@Nullable Object pool, boolean abruptly) {
    if (abruptly && pool != null) {
      int level = EscapeWatch.mute();
      try {
        Deaths.workerLeaves(pool);
      } catch (Throwable e) {
        ignore(e);
      } finally {
        EscapeWatch.unmute(level);
      }
    }
  }

  /** Before a timer runs a task. */
  public static void timerRuns(@Nullable Object timerThread, @Nullable Object task) {
    if (timerThread != null && task != null) {
      try {
        Deaths.timerRuns(timerThread, task);
      } catch (Throwable e) {
        ignore(e);
      }
    }
  }

  /** After a run of a periodic task. */
  public static void ranOnce(@Nullable Object task) {
    if (task != null) {
      try {
        Outcomes.ranOnce(task);
      } catch (Throwable e) {
        ignore(e);
      }
    }
  }

  /** Before a {@code FutureTask} that failed lets its waiters go. */
  public static void taskFailed(@Nullable Object future, @Nullable Object thrown) {
    if (future != null && thrown instanceof Throwable e) {
      int level = EscapeWatch.mute();
      try {
        Outcomes.taskFailed(future, e);
      } catch (Throwable failure) {
        ignore(failure);
      } finally {
        EscapeWatch.unmute(level);
      }
    }
  }

  /** When a task that the current thread runs has thrown, before that becomes its outcome. */
  public static void threw(@Nullable Object thrown) {
    if (thrown instanceof Throwable e) {
      int level = EscapeWatch.mute();
      try {
        Outcomes.threw(e);
      } catch (Throwable failure) {
        ignore(failure);
      } finally {
        EscapeWatch.unmute(level);
      }
    }
  }

  /** When a {@code FutureTask} reports the outcome of the given state. */
  public static void taskAsked(@Nullable Object future, int state) {
    if (state == EXCEPTIONAL && future != null) {
      int level = EscapeWatch.mute();
      try {
        Outcomes.taskThrows(future);
      } catch (Throwable e) {
        ignore(e);
      } finally {
        EscapeWatch.unmute(level);
      }
    }
  }

  /** When somebody looks whether and how a {@code FutureTask} failed. */
  public static void taskLooked(@Nullable Object future) {
    if (future != null) {
      int level = EscapeWatch.mute();
      try {
        Outcomes.taskLooked(future);
      } catch (Throwable e) {
        ignore(e);
      } finally {
        EscapeWatch.unmute(level);
      }
    }
  }

  /** Before {@code invokeAll} waits for one of its futures. */
  public static void awaiting(@Nullable Object future) {
    try {
      Invocations.awaiting(future);
    } catch (Throwable e) {
      ignore(e);
    }
  }

  /** When {@code invokeAll} is over. */
  public static void awaited(@Nullable Object executor) {
    try {
      Invocations.awaited();
    } catch (Throwable e) {
      ignore(e);
    }
  }

  /** When {@code invokeAny} is over: nobody has to ask the futures that it used. */
  public static void lost(@Nullable Object futures) {
    if (futures != null) {
      int level = EscapeWatch.mute();
      try {
        Invocations.lost(futures);
      } catch (Throwable e) {
        ignore(e);
      } finally {
        EscapeWatch.unmute(level);
      }
    }
  }

  /** After a stage got a result, in the stage's own form. */
  public static void stageSet(@Nullable Object stage, @Nullable Object result) {
    Throwable thrown = stage == null ? null : Outcomes.exception(result);
    if (thrown != null) {
      stageTook(stage, thrown);
    }
  }

  /** Before a future or stage fails: others may see that it is done before we have noted it. */
  public static void failing(@Nullable Object thrown) {
    if (thrown != null) {
      EscapeWatch.noting(1);
    }
  }

  /** After it has failed, or has turned out to be completed already. */
  public static void failed(@Nullable Object thrown) {
    if (thrown != null) {
      EscapeWatch.noting(-1);
    }
  }

  /** After the exception of a stage's own function completed it. */
  public static void stageThrew(@Nullable Object stage, @Nullable Object thrown) {
    threw(thrown);
    stageTook(stage, thrown);
  }

  /** After an exception completed a stage, that of another stage or its own. */
  public static void stageTook(@Nullable Object stage, @Nullable Object thrown) {
    if (stage != null && thrown instanceof Throwable e) {
      int level = EscapeWatch.mute();
      try {
        Outcomes.stageFailed(stage, e);
      } catch (Throwable failure) {
        ignore(failure);
      } finally {
        EscapeWatch.unmute(level);
      }
    }
  }

  /** After a stage was completed by hand with an exception. */
  public static void stageCompleted(@Nullable Object stage, @Nullable Object thrown) {
    if (stage != null && thrown instanceof Throwable e) {
      int level = EscapeWatch.mute();
      try {
        Outcomes.stageCompleted(stage, e);
      } catch (Throwable failure) {
        ignore(failure);
      } finally {
        EscapeWatch.unmute(level);
      }
    }
  }

  /** When a stage reports its result, given in the stage's own form. */
  public static void resultAsked(@Nullable Object result) {
    Throwable thrown = Outcomes.exception(result);
    if (thrown != null) {
      int level = EscapeWatch.mute();
      try {
        Outcomes.thrown(thrown);
      } catch (Throwable failure) {
        ignore(failure);
      } finally {
        EscapeWatch.unmute(level);
      }
    }
  }

  /** When somebody looks whether and how a stage failed. */
  public static void stageLooked(@Nullable Object stage) {
    if (stage != null) {
      handed(Outcomes.exceptionOf(stage));
    }
  }

  /** When code is handed an exception, or null, or makes its stack readable. */
  public static void handed(@Nullable Object thrown) {
    if (thrown instanceof Throwable e) {
      int level = EscapeWatch.mute();
      try {
        Outcomes.looked(e);
      } catch (Throwable failure) {
        ignore(failure);
      } finally {
        EscapeWatch.unmute(level);
      }
    }
  }

  /** When an exception is handed to the handler of a thread, if one is set for it. */
  public static void forwarded(@Nullable Object thread, @Nullable Object thrown) {
    if (thread instanceof Thread t && thrown instanceof Throwable e) {
      int level = EscapeWatch.mute();
      try {
        Outcomes.forwarded(t, e);
      } catch (Throwable failure) {
        ignore(failure);
      } finally {
        EscapeWatch.unmute(level);
      }
    }
  }

  /** When stages, one or an array, take part in a race. */
  public static void racing(@Nullable Object stages) {
    try {
      if (stages instanceof Object[] all) {
        for (Object stage : all) {
          Outcomes.racing(stage);
        }
      } else {
        Outcomes.racing(stages);
      }
    } catch (Throwable e) {
      ignore(e);
    }
  }

  /** When two stages are combined. */
  public static void together(@Nullable Object one, @Nullable Object other) {
    try {
      Outcomes.together(one, other);
    } catch (Throwable e) {
      ignore(e);
    }
  }

  /** When all stages of an array are combined. */
  public static void allTogether(@Nullable Object stages) {
    if (stages instanceof Object[] all) {
      for (int i = 1; i < all.length; i++) {
        together(all[0], all[i]);
      }
    }
  }

  /** When an exception is about to complete a fork/join task. */
  public static void forkFailed(@Nullable Object task, @Nullable Object thrown) {
    if (task != null && thrown instanceof Throwable e) {
      int level = EscapeWatch.mute();
      try {
        Outcomes.forkFailed(task, e);
      } catch (Throwable failure) {
        ignore(failure);
      } finally {
        EscapeWatch.unmute(level);
      }
    }
  }

  /** When a fork/join task hands out its exception, if it has one. */
  public static void forkAsked(@Nullable Object task) {
    if (task != null) {
      int level = EscapeWatch.mute();
      try {
        Outcomes.forkAsked(task);
      } catch (Throwable e) {
        ignore(e);
      } finally {
        EscapeWatch.unmute(level);
      }
    }
  }

  /** When somebody looks whether a fork/join task failed. */
  public static void forkLooked(@Nullable Object task) {
    if (task != null) {
      int level = EscapeWatch.mute();
      try {
        Outcomes.forkLooked(task);
      } catch (Throwable e) {
        ignore(e);
      } finally {
        EscapeWatch.unmute(level);
      }
    }
  }

  /** After a subtask of a scope got a result, in the scope's own form. */
  public static void subtaskSet(@Nullable Object subtask, @Nullable Object result) {
    if (subtask != null && result != null) {
      int level = EscapeWatch.mute();
      try {
        Subtasks.completed(subtask, result);
      } catch (Throwable e) {
        ignore(e);
      } finally {
        EscapeWatch.unmute(level);
      }
    }
  }

  /** When a subtask of a scope is asked how it ended. */
  public static void subtaskAsked(@Nullable Object subtask) {
    if (subtask != null) {
      int level = EscapeWatch.mute();
      try {
        Subtasks.asked(subtask);
      } catch (Throwable e) {
        ignore(e);
      } finally {
        EscapeWatch.unmute(level);
      }
    }
  }

  /** When a joiner has the one success that it wants. */
  public static void subtaskWon(@Nullable Object joiner) {
    if (joiner != null) {
      Subtasks.won(joiner);
    }
  }

  /**
   * The application goes on unharmed. What comes here is its own want of stack or memory, which
   * costs it one report at most.
   */
  private static void ignore(Throwable unused) {
    // Nothing to do.
  }
}
