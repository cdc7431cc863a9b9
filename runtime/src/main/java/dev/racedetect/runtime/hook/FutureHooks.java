package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.sync.Attempt;
import dev.racedetect.runtime.sync.SyncClock;
import dev.racedetect.runtime.sync.TaskClocks;
import dev.racedetect.runtime.thread.ThreadState;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Futures: one clock for completion and one for cancellation, because a cancelled computation may
 * still be running when {@code get} throws {@code CancellationException} (catalogue FT-3). Called
 * by woven JDK methods at any depth; a null future is ignored.
 */
public final class FutureHooks {
  /** The states of {@code FutureTask} that its field {@code state} has before and at the end. */
  private static final int NEW = 0;

  private static final int EXCEPTIONAL = 3;

  private FutureHooks() {}

  /** Before a future becomes complete. */
  public static void completing(@Nullable Object future) {
    release(false, future);
  }

  /**
   * Before an attempt to complete a future, which fails if it is complete already; {@link
   * #attempted} must follow.
   */
  public static @Nullable Object attempting(@Nullable Object future) {
    ThreadState thread = future == null ? null : MuteHooks.alive();
    return future == null || thread == null
        ? null
        : TaskClocks.of(thread, future).attempting(thread);
  }

  /**
   * After such an attempt: if it failed, nothing was released.
   *
   * @param attempt what {@link #attempting} has returned
   */
  public static void attempted(@Nullable Object attempt, boolean succeeded) {
    if (attempt instanceof Attempt release) {
      if (succeeded) {
        release.keep();
      } else {
        release.undo();
      }
    }
  }

  /** Before a computation that ended normally, if it did, makes its future complete. */
  public static void executed(@Nullable Object future, boolean completed) {
    if (completed) {
      release(false, future);
    }
  }

  /** Before a future becomes cancelled. */
  public static void cancelling(@Nullable Object future) {
    release(true, future);
  }

  /** After a future was seen complete. */
  public static void completed(@Nullable Object future) {
    acquireCompletion(future);
  }

  /** After a future was seen cancelled. */
  public static void cancelled(@Nullable Object future) {
    acquireCancellation(future);
  }

  /** After a future was seen complete or cancelled. */
  public static void finished(@Nullable Object future) {
    acquireCompletion(future);
    acquireCancellation(future);
  }

  /** After two futures were seen complete. */
  public static void completedBoth(@Nullable Object one, @Nullable Object other) {
    acquireCompletion(one);
    acquireCompletion(other);
  }

  /** After all futures in an array or in a list of the JDK were seen complete. */
  public static void completedAll(@Nullable Object futures) {
    if (futures instanceof Object[] array) {
      for (Object future : array) {
        acquireCompletion(future);
      }
    } else if (futures instanceof java.util.ArrayList<?> list
        && futures.getClass().getClassLoader() == null) {
      for (int i = 0; i < list.size(); i++) {
        acquireCompletion(list.get(i));
      }
    }
  }

  /** After the state of a {@code FutureTask} was read. */
  public static void polled(@Nullable Object future, int state) {
    if (state > EXCEPTIONAL) {
      acquireCancellation(future);
    } else if (state != NEW) {
      acquireCompletion(future);
    }
  }

  /** After waiting for a future ended with an exception. */
  public static void failed(@Nullable Object future, @Nullable Object thrown) {
    if (thrown instanceof CancellationException) {
      acquireCancellation(future);
    } else if (!(thrown instanceof TimeoutException || thrown instanceof InterruptedException)) {
      acquireCompletion(future);
    }
  }

  private static void release(boolean cancelled, @Nullable Object future) {
    if (future != null) {
      ThreadState thread = MuteHooks.alive();
      if (thread != null) {
        TaskClocks clocks = TaskClocks.of(thread, future);
        if (cancelled) {
          clocks.cancelling(thread);
        } else {
          clocks.completing(thread);
        }
      }
    }
  }

  private static void acquireCompletion(@Nullable Object future) {
    ThreadState thread = future == null ? null : MuteHooks.alive();
    if (future != null && thread != null) {
      TaskClocks clocks = TaskClocks.find(thread, future);
      SyncClock clock = clocks == null ? null : clocks.completion();
      if (clock != null) {
        clock.acquireSettled(thread);
      }
    }
  }

  private static void acquireCancellation(@Nullable Object future) {
    ThreadState thread = future == null ? null : MuteHooks.alive();
    if (future != null && thread != null) {
      TaskClocks clocks = TaskClocks.find(thread, future);
      SyncClock clock = clocks == null ? null : clocks.cancellation();
      if (clock != null) {
        clock.acquire(thread);
      }
    }
  }
}
