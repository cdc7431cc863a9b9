package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.sync.ClockMap;
import dev.racedetect.runtime.sync.SyncClock;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import java.util.concurrent.SynchronousQueue;
import org.jspecify.annotations.Nullable;

/**
 * Executors: the end of each task is ordered before whoever sees the executor terminated or
 * quiescent (catalogue EX-15, FJ-10, VT-6). Nothing else orders the tasks of an executor. Called by
 * woven JDK methods at any depth; a null executor is ignored.
 */
public final class PoolHooks {
  private static final ClockMap TERMINATIONS = new ClockMap();

  private static final ClockMap SHUTDOWNS = new ClockMap();

  private PoolHooks() {}

  /**
   * Before an executor is shut down. What the caller did is ordered before the {@code terminated()}
   * of an executor class of the application only (EX-16): for who sees the end of any other, a
   * shutdown is no order (EX-17).
   */
  public static void shuttingDown(@Nullable Object executor) {
    if (executor != null && executor.getClass().getClassLoader() != null) {
      ThreadState thread = MuteHooks.alive();
      if (thread != null) {
        SHUTDOWNS.of(executor).release(thread);
      }
    }
  }

  /** Before {@code terminated()}, which comes after all tasks and after the shutdown. */
  public static void terminating(@Nullable Object executor) {
    terminated(executor);
    SyncClock clock = executor == null ? null : SHUTDOWNS.find(executor);
    ThreadState thread = clock == null ? null : MuteHooks.alive();
    if (clock != null && thread != null) {
      clock.acquire(thread);
    }
  }

  /** Before a worker that has run a task may count as idle or gone. */
  public static void taskEnded(@Nullable Object executor) {
    if (executor != null) {
      ThreadState thread = MuteHooks.alive();
      if (thread != null) {
        TERMINATIONS.of(executor).release(thread);
      }
    }
  }

  /** After an executor was seen terminated or quiescent. */
  public static void terminated(@Nullable Object executor) {
    if (executor != null) {
      ThreadState thread = MuteHooks.alive();
      SyncClock clock = thread == null ? null : TERMINATIONS.find(executor);
      if (thread != null && clock != null) {
        clock.acquire(thread);
      }
    }
  }

  /**
   * Before an executor offers a task to its queue. Of a {@code SynchronousQueue}, by which cached
   * pools hand tasks over, the caller learns nothing (catalogue EX-24): the clock of consumers is
   * one for the whole queue (HQ-2), and the consumer may have run the task and come back before the
   * caller looks at it. Subclasses are left alone: they may do more than to hand over.
   */
  public static void offering(@Nullable Object queue, @Nullable Object task) {
    if (queue != null && queue.getClass() == SynchronousQueue.class) {
      noteOffered(task);
    }
  }

  /** After it has. */
  public static void offered(@Nullable Object queue) {
    if (queue != null && queue.getClass() == SynchronousQueue.class) {
      noteOffered(null);
    }
  }

  private static void noteOffered(@Nullable Object task) {
    ThreadState thread = ThreadState.current();
    if (!Periods.paused(thread)) {
      thread.offered = task;
    }
  }

  /** After an object was handed over through a queue; null if it was not. */
  public static void handedOver(@Nullable Object queue, @Nullable Object element) {
    if (queue != null && ThreadState.current().offered != element) {
      SyncHooks.acquire(queue);
    }
  }

  /**
   * When a worker begins: an executor with at most one thread runs its tasks one after the other
   * even where the worker was replaced (catalogue EX-22).
   */
  public static void workerStarted(@Nullable Object executor, int maximumSize) {
    if (maximumSize == 1) {
      terminated(executor);
    }
  }
}
