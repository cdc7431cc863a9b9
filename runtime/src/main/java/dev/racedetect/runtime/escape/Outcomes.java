package dev.racedetect.runtime.escape;

import dev.racedetect.runtime.sync.WeakIdentityMap;
import dev.racedetect.runtime.thread.ThreadFields;
import java.util.concurrent.CountedCompleter;
import java.util.concurrent.FutureTask;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes of futures, stages and fork/join tasks: which exceptions they are, and who asked for
 * them. All methods take JDK objects only and call nothing of the application.
 */
public final class Outcomes {
  /** How often a periodic task has run. Written by the one thread that runs it. */
  private static final class Runs {
    /** Written by whoever runs the task, one run after the other. */
    volatile long count;
  }

  private static final class ByTask extends WeakIdentityMap<Runs> {
    @Override
    protected Runs create(Object key) {
      return new Runs();
    }
  }

  private static final class ByStage extends WeakIdentityMap<Group> {
    @Override
    protected Group create(Object key) {
      return new Group(false);
    }
  }

  private static final String CONCURRENT = "java.util.concurrent.";
  private static final String SCHEDULED =
      CONCURRENT + "ScheduledThreadPoolExecutor$ScheduledFutureTask";
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  // Each is looked up by the first object of the class, which is loaded then.

  private static final class TaskFields {
    static final long OUTCOME = offset("FutureTask", "outcome");
    static final long STATE = offset("FutureTask", "state");
  }

  private static final class ScheduledFields {
    static final long PERIOD = Tasks.offset(SCHEDULED, "period");
  }

  private static final class StageFields {
    static final long RESULT = offset("CompletableFuture", "result");
    static final long EX = offset("CompletableFuture$AltResult", "ex");
    static final @Nullable Class<?> STAGE = type("CompletableFuture");
    static final @Nullable Class<?> ALT_RESULT = type("CompletableFuture$AltResult");
  }

  private static final class ForkFields {
    static final long AUX = offset("ForkJoinTask", "aux");
    static final long STATUS = offset("ForkJoinTask", "status");
  }

  private static final class AuxFields {
    static final long EX = offset("ForkJoinTask$Aux", "ex");
  }

  /** The last state of a {@code FutureTask} in which it is not known yet how it ends. */
  private static final int COMPLETING = 1;

  /** The state of a {@code FutureTask} that failed. */
  private static final int EXCEPTIONAL = 3;

  /** Nanoseconds for somebody who is about to ask a periodic task for its exception. */
  private static final long PERIODIC_PATIENCE = 250_000_000;

  private static final ByTask RUNS = new ByTask();
  private static final ByStage GROUPS = new ByStage();

  private Outcomes() {}

  private static long offset(String type, String field) {
    return Tasks.offset(CONCURRENT + type, field);
  }

  private static @Nullable Class<?> type(String name) {
    try {
      return Class.forName(CONCURRENT + name, false, null);
    } catch (ClassNotFoundException absentInThisJdk) {
      return null;
    }
  }

  /** After a run of a periodic task. */
  public static void ranOnce(Object task) {
    Runs runs = RUNS.of(task);
    long before = runs.count;
    runs.count = before + 1;
  }

  /** Before a {@code FutureTask} that failed lets its waiters go. */
  public static void taskFailed(Object future, Throwable thrown) {
    if (overrides(future.getClass(), "setException", Throwable.class)) {
      Failures.observe(thrown);
      return;
    }
    Group group = GROUPS.find(future);
    if (group == Group.RACING) {
      Failures.observe(thrown);
      return;
    }
    if (group != null) {
      Failures.of(thrown).join(group);
    }
    Object task = Tasks.innermost(future);
    if (Tasks.isNamed(future.getClass(), SCHEDULED)
        && ScheduledFields.PERIOD >= 0
        && UNSAFE.getLong(future, ScheduledFields.PERIOD) != 0) {
      Runs runs = RUNS.find(future);
      long count = 1 + (runs == null ? 0 : runs.count);
      String dead = "periodic task DEAD after " + count + (count == 1 ? " run" : " runs");
      await(thrown, How.PERIODIC_CANCELLED, task, true, dead, PERIODIC_PATIENCE);
    } else {
      How how = How.FUTURE_UNOBSERVED;
      await(thrown, how, task, true, how.consequence(), 0);
    }
  }

  static @Nullable Pending await(
      Throwable thrown,
      How how,
      @Nullable Object task,
      boolean alone,
      String consequence,
      long patience) {
    if (Exempt.is(thrown) || Interruptions.stops(Thread.currentThread())) {
      return null;
    }
    Throwable root = Exempt.unwrapped(thrown);
    Failure failure = Failures.of(root);
    long thread = ThreadFields.id(Thread.currentThread());
    long observer = failure.observer();
    boolean observed = failure.isObserved();
    if (!failure.wants(thread) || observed && (task == null || observer <= 0)) {
      return failure.pending();
    }
    Pending next = new Pending(root, Judge.QUEUE, failure, how, task, alone, consequence, patience);
    Pending before = failure.await(next, thread);
    if (before == next) {
      return failure.pending();
    }
    if (before != null) {
      Judge.dismiss(before);
    }
    if (!observed) {
      Judge.add(next);
    }
    observer = failure.observer();
    if (observer > 0) {
      Siblings.asked(next, observer); // It may have been asked before it was noted here.
    }
    return next;
  }

  /**
   * Whether a class of the application overrides a method of the JDK, and so is handed what the
   * method is called with.
   */
  static boolean overrides(Class<?> type, String method, Class<?>... parameters) {
    for (Class<?> c = type; c != null && c.getClassLoader() != null; c = c.getSuperclass()) {
      try {
        if (c.getDeclaredMethod(method, parameters) != null) {
          return true;
        }
      } catch (NoSuchMethodException | LinkageError inherited) {
        // Look further up.
      }
    }
    return false;
  }

  /** When a task that the current thread runs has thrown. */
  public static void threw(Throwable thrown) {
    Failure failure = Failures.find(thrown);
    if (failure != null) {
      failure.pass(ThreadFields.id(Thread.currentThread()));
    }
  }

  /** When a {@code FutureTask} in a final state throws its outcome to the current thread. */
  public static void taskThrows(Object future) {
    Throwable thrown = exceptionOfTask(future);
    if (thrown != null) {
      if (!Invocations.awaits(future)) {
        Failures.thrown(thrown);
      }
    }
  }

  /** When nobody has to look at a failure of a future, now or until it is cancelled. */
  static void lost(Object future) {
    GROUPS.putIfAbsent(future, Group.RACING);
    taskLooked(future);
  }

  /** When somebody looks how a {@code FutureTask} ended. */
  public static void taskLooked(Object future) {
    Throwable thrown = exceptionOfTask(future);
    if (thrown != null) {
      Failures.observe(thrown);
    }
  }

  /** Whether a future has failed, or is not known to end otherwise. */
  static boolean mayFail(Object future) {
    if (!(future instanceof FutureTask)) {
      return false;
    }
    int state = UNSAFE.getIntVolatile(future, TaskFields.STATE);
    return state == EXCEPTIONAL || state <= COMPLETING;
  }

  /**
   * A future's failure joins a group, also one that comes later: {@link #taskFailed} finds the
   * group.
   */
  static void join(Object future, Group group) {
    GROUPS.putIfAbsent(future, group);
    Throwable thrown = exceptionOfTask(future);
    if (thrown != null) {
      Failures.of(thrown).join(group);
    }
  }

  private static @Nullable Throwable exceptionOfTask(Object future) {
    return future instanceof FutureTask
            && UNSAFE.getIntVolatile(future, TaskFields.STATE) == EXCEPTIONAL
            && UNSAFE.getReference(future, TaskFields.OUTCOME) instanceof Throwable thrown
        ? thrown
        : null;
  }

  /** The exception that is the result of a stage; null if it is another result. */
  public static @Nullable Throwable exception(@Nullable Object result) {
    return result != null && result.getClass() == StageFields.ALT_RESULT
        ? (Throwable) UNSAFE.getReference(result, StageFields.EX)
        : null;
  }

  /** The exception that a stage has now; null if it has none. */
  public static @Nullable Throwable exceptionOf(Object stage) {
    return StageFields.STAGE != null && StageFields.STAGE.isInstance(stage)
        ? exception(UNSAFE.getReferenceVolatile(stage, StageFields.RESULT))
        : null;
  }

  /** After a stage became complete by an exception, its own or that of another stage. */
  public static void stageFailed(Object stage, Throwable thrown) {
    Group group = GROUPS.find(stage);
    if (group == Group.RACING) {
      Failures.observe(thrown);
      return;
    }
    How how = How.COMPLETION_UNOBSERVED;
    await(thrown, how, RunningFunctions.current(), true, how.consequence(), 0);
    if (group != null) {
      Failures.of(thrown).join(group);
    }
  }

  /** After a stage was completed by hand with an exception. */
  public static void stageCompleted(Object stage, Throwable thrown) {
    stageFailed(stage, thrown);
    Failure failure = Failures.find(thrown);
    Pending pending = failure == null ? null : failure.pending();
    if (failure != null && pending != null && pending.completer == null && !failure.isObserved()) {
      pending.completer = new StackNote();
    }
  }

  /** When stages take part in a race, of which one result counts. */
  public static void racing(@Nullable Object stage) {
    if (stage != null) {
      GROUPS.putIfAbsent(stage, Group.RACING);
      Throwable thrown = exceptionOf(stage);
      if (thrown != null) {
        Failures.observe(thrown);
      }
    }
  }

  /** When two stages are combined: one failure stands for both. */
  public static void together(@Nullable Object one, @Nullable Object other) {
    if (one != null && other != null) {
      Group group = GROUPS.of(one);
      GROUPS.putIfAbsent(other, group);
      failed(one, group);
      failed(other, group);
    }
  }

  private static void failed(Object stage, Group group) {
    Throwable thrown = exceptionOf(stage);
    if (thrown != null) {
      Failures.of(thrown).join(group);
    }
  }

  /** The failures of which one stands for all that this object stands for: a stage, a joiner. */
  static Group groupOf(Object key) {
    return GROUPS.of(key);
  }

  /** When a fork/join task has thrown, or the exception of another one completes it. */
  public static void forkFailed(Object task, Throwable thrown) {
    if (ForkFields.STATUS >= 0 && UNSAFE.getIntVolatile(task, ForkFields.STATUS) < 0) {
      return; // It was cancelled, or has an outcome already.
    }
    if (task instanceof CountedCompleter
        && overrides(
            task.getClass(), "onExceptionalCompletion", Throwable.class, CountedCompleter.class)) {
      Failures.observe(thrown);
      return;
    }
    Object inner = Tasks.innermost(task);
    How how = How.FORKJOIN_UNOBSERVED;
    await(thrown, how, inner, inner != task, how.consequence(), 0);
  }

  /** When a fork/join task hands out or throws its outcome. */
  public static void forkAsked(Object task) {
    Throwable thrown = exceptionOfFork(task);
    if (thrown != null) {
      Judge.forkAsked();
      Failures.thrown(thrown);
    }
  }

  /** When somebody looks how a fork/join task ended. */
  public static void forkLooked(Object task) {
    Throwable thrown = exceptionOfFork(task);
    if (thrown != null) {
      Judge.forkAsked();
      Failures.observe(thrown);
    }
  }

  private static @Nullable Throwable exceptionOfFork(Object task) {
    Object aux = ForkFields.AUX < 0 ? null : UNSAFE.getReferenceVolatile(task, ForkFields.AUX);
    return aux != null && UNSAFE.getReference(aux, AuxFields.EX) instanceof Throwable thrown
        ? thrown
        : null;
  }

  /** When an exception is thrown to the current thread, which asked for an outcome. */
  public static void thrown(Throwable thrown) {
    Failures.thrown(thrown);
  }

  /** When somebody is handed an exception or makes its stack readable. */
  public static void looked(Throwable thrown) {
    if (thrown.getClass() != ThrowableCopy.class && thrown.getClass() != StackNote.class) {
      Failures.observe(thrown);
    }
  }

  /** When an exception is handed to a thread's handler for uncaught exceptions. */
  public static void forwarded(Thread thread, Throwable thrown) {
    if (Threads.hasHandler(thread)) {
      Failures.observe(thrown);
    }
  }
}
