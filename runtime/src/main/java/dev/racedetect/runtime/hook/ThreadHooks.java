package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.context.ContextDepot;
import dev.racedetect.runtime.shadow.OptimisticReads;
import dev.racedetect.runtime.sync.ClockMap;
import dev.racedetect.runtime.sync.SyncClock;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import dev.racedetect.runtime.thread.ThreadTable;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Start, end and interruption of threads (JLS 17.4.4; catalogue A3 to A5). Called by woven methods
 * of {@code Thread} at any depth; a null thread is ignored.
 */
public final class ThreadHooks {
  private static final ClockMap ENDS = new ClockMap();
  private static final ClockMap INTERRUPTS = new ClockMap();

  /** Mixed into the calling context: a submission in the same one has a trace of its own. */
  private static final long STARTED = 1;

  private ThreadHooks() {}

  /**
   * Before a thread is started.
   *
   * @return the thread, for {@link #startFailed}; null if it has been started before
   */
  public static @Nullable Object starting(@Nullable Object child) {
    if (!(child instanceof Thread thread)) {
      return null;
    }
    ThreadState starter = MuteHooks.alive();
    if (starter == null || ThreadTable.find(thread) != null) {
      return null;
    }
    ThreadTable.started(starter, thread, place(starter));
    return thread;
  }

  /** Depot index of the stack that starts a thread. */
  private static int place(ThreadState starter) {
    // The JDK, too, starts threads by itself: pools of fork and join, timers of futures.
    return starter.context == 0
        ? ContextDepot.ofFrames(starter, ContextDepot.STARTED)
        : ContextDepot.event(starter, starter.context * 31 + STARTED, ContextDepot.STARTED);
  }

  /** After a start failed. */
  public static void startFailed(@Nullable Object child) {
    if (child instanceof Thread thread) {
      ThreadTable.startFailed(thread);
    }
  }

  /** At the end of the current thread. */
  public static void ending(@Nullable Object ended) {
    // Between sampling periods too: a state that nobody closes would stay for ever.
    ThreadState thread =
        Periods.SAMPLED ? ThreadTable.find(Thread.currentThread()) : ThreadState.current();
    if (thread != null
        && ended != null
        && thread.mute < ThreadState.ENDED
        && ended == thread.owner()) {
      OptimisticReads.abandon(thread);
      SyncClock clock = ENDS.of(ended);
      clock.set(ThreadTable.ended(thread));
    }
  }

  /** After a thread may have been seen at its end: an edge if it has come to that. */
  public static void joined(@Nullable Object ended) {
    acquire(ENDS, ended);
  }

  /** After a method was called by reflection, which may be {@code isAlive}. */
  public static void invoked(Object method, @Nullable Object target, @Nullable Object result) {
    if (target instanceof Thread
        && Boolean.FALSE.equals(result)
        && ((Method) method).getName().equals("isAlive")) {
      aliveRead(target, false);
    }
  }

  /** After {@code isAlive} was called on something that may be a thread (JLS 17.4.4). */
  public static void aliveRead(@Nullable Object thread, boolean alive) {
    if (!alive && thread instanceof Thread) {
      acquire(ENDS, thread);
    }
  }

  /** After the state of a thread was read. */
  public static void stateRead(@Nullable Object thread, @Nullable Object state) {
    if (state == Thread.State.TERMINATED) {
      acquire(ENDS, thread);
    }
  }

  /** Before a thread is interrupted. */
  public static void interrupting(@Nullable Object target) {
    if (target != null) {
      ThreadState thread = MuteHooks.alive();
      if (thread != null) {
        INTERRUPTS.of(target).release(thread);
      }
    }
  }

  /** After a thread was found interrupted. */
  public static void interrupted(@Nullable Object target) {
    acquire(INTERRUPTS, target);
  }

  private static void acquire(ClockMap clocks, @Nullable Object key) {
    if (key != null) {
      ThreadState thread = MuteHooks.alive();
      SyncClock clock = thread == null ? null : clocks.find(key);
      if (thread != null && clock != null) {
        clock.acquire(thread);
      }
    }
  }
}
