package dev.racedetect.runtime.escape;

import dev.racedetect.runtime.race.StableNames;
import dev.racedetect.runtime.race.ThreadFacts;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import org.jspecify.annotations.Nullable;

/**
 * A failed future that nobody has asked yet. It refers to the exception, not to the future: as long
 * as a future, a dependent stage or a wrapper carries the exception, it is reachable, and somebody
 * may still look at it.
 */
final class Pending extends PhantomReference<Throwable> {
  final Failure failure;
  final How how;
  final ThrowableCopy copy;
  final ThreadFacts thread;
  final @Nullable String task;
  final StackTraceElement[] submittedAt;
  final String consequence;

  /** {@code System.nanoTime()} of the failure. */
  final long since = System.nanoTime();

  /** Nanoseconds after which it is judged even though the exception is reachable; 0 for never. */
  final long patience;

  /** Whether a fork/join task was submitted as such, and not forked by another one. */
  final boolean alone;

  /** Who completed the stage by hand; null if its function threw. */
  volatile @Nullable StackNote completer;

  /** Whether the exception is collected already. Guarded by Judge. */
  boolean collected;

  /** Whether the exception was thrown to whoever asked. Guarded by Siblings. */
  boolean asked;

  /** Whether it is in the list. Guarded by Judge. */
  boolean listed;

  /** Neighbours in the list of all. Guarded by Judge. */
  @Nullable Pending before;

  @Nullable Pending after;

  Pending(
      Throwable thrown,
      ReferenceQueue<Throwable> queue,
      Failure failure,
      How how,
      @Nullable Object task,
      boolean alone,
      String consequence,
      long patience) {
    super(thrown, queue);
    this.failure = failure;
    this.how = how;
    this.copy = ThrowableCopy.of(thrown);
    this.thread = Threads.facts(Thread.currentThread(), Threads.NOWHERE);
    this.task = task == null ? null : task.getClass().getName();
    this.submittedAt = Sites.of(task);
    this.consequence = consequence;
    this.patience = patience;
    this.alone = alone;
  }

  /**
   * Whether the program itself made the task or stage, or threw the exception that a library's task
   * carried off; what libraries do among themselves is not its business.
   */
  boolean isOwn(Fault fault) {
    return madeByProgram(fault)
        || how != How.FORKJOIN_UNOBSERVED && OwnCode.threwItself(fault.stack());
  }

  private boolean madeByProgram(Fault fault) {
    String name = task;
    StackNote completed = completer;
    switch (how) {
      case COMPLETION_UNOBSERVED -> {
        return completed != null
            ? OwnCode.completes(completed.frames())
            : OwnCode.threw(fault.stack(), "java.util.concurrent.CompletableFuture");
      }
      case FORKJOIN_UNOBSERVED -> {
        return name != null && OwnCode.owns(name);
      }
      default -> {
        return name != null && !StableNames.isJdk(name)
            ? OwnCode.owns(name)
            : OwnCode.threw(fault.stack(), "java.util.concurrent.FutureTask");
      }
    }
  }

  EscapeFinding finding(boolean certain, Fault fault) {
    StackTraceElement[] at = submittedAt;
    StackNote completed = completer;
    if (at.length == 0 && completed != null) {
      at = completed.frames();
    }
    return new EscapeFinding(how, certain, fault, thread, at, task, consequence, false);
  }
}
