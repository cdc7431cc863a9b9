package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.sync.ClockMap;
import dev.racedetect.runtime.sync.SyncClock;
import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * {@code CyclicBarrier} (catalogue C7): one clock a generation, never one a barrier, so that what a
 * fast thread does after a trip does not reach a slow one that still returns from it. Called by the
 * woven wait method.
 */
public final class BarrierHooks {
  private static final ClockMap GENERATIONS = new ClockMap();
  private static final ClockMap FAILURES = new ClockMap();

  private BarrierHooks() {}

  /**
   * After the waiting method read the current generation; the first time is the arrival.
   *
   * @param arrivedAt the generation of the arrival, null if this is it
   * @return the generation of the arrival
   */
  public static @Nullable Object arriving(@Nullable Object arrivedAt, @Nullable Object generation) {
    if (arrivedAt != null) {
      return arrivedAt;
    }
    publish(generation);
    return generation;
  }

  /** Before the barrier's action, which sees all arrivals; and after the return from a trip. */
  public static void tripped(@Nullable Object generation) {
    if (generation != null) {
      ThreadState thread = MuteHooks.alive();
      SyncClock clock = thread == null ? null : GENERATIONS.find(generation);
      if (thread != null && clock != null) {
        clock.acquire(thread);
      }
    }
  }

  /** After the barrier's action. */
  public static void publish(@Nullable Object generation) {
    if (generation != null) {
      ThreadState thread = MuteHooks.alive();
      if (thread != null) {
        GENERATIONS.of(generation).release(thread);
      }
    }
  }

  /**
   * Before the barrier is broken by one that waits at it, or by the one that ran its action.
   *
   * @param waitedFor how many have yet to arrive: none if it is the action that failed
   */
  public static void breaking(@Nullable Object generation, int waitedFor) {
    if (generation != null && waitedFor == 0) {
      ThreadState thread = MuteHooks.alive();
      if (thread != null) {
        FAILURES.of(generation).release(thread);
      }
    }
  }

  /** After waiting ended because the barrier was broken; an edge if it was by its action. */
  public static void broken(@Nullable Object generation) {
    if (generation != null) {
      ThreadState thread = MuteHooks.alive();
      SyncClock clock = thread == null ? null : FAILURES.find(generation);
      if (thread != null && clock != null) {
        clock.acquire(thread);
      }
    }
  }
}
