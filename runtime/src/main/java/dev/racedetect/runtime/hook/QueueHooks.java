package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.sync.ClockMap;
import dev.racedetect.runtime.sync.ObjectSync;
import dev.racedetect.runtime.sync.SlotClockMap;
import dev.racedetect.runtime.sync.SyncClock;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * What a queue orders beyond its elements: slots of bounded queues (catalogue BQ-8) and the
 * application's comparisons inside a heap, which read elements that other threads insert or take
 * away (BQ-9). Called by woven methods that hold the queue's lock, inside muted bodies; a null
 * queue is ignored.
 */
public final class QueueHooks {
  private static final ClockMap COMPARISONS = new ClockMap();
  private static final SlotClockMap SLOTS = new SlotClockMap();

  private QueueHooks() {}

  /** After an insertion has found a free slot. */
  public static void filling(@Nullable Object queue, int capacity) {
    if (queue != null && capacity < Integer.MAX_VALUE) {
      ThreadState thread = MuteHooks.alive();
      if (thread != null) {
        SLOTS.of(queue).filling(thread, capacity);
      }
    }
  }

  /** Before a removal frees a slot. */
  public static void emptying(@Nullable Object queue, int capacity) {
    if (queue != null && capacity < Integer.MAX_VALUE) {
      ThreadState thread = MuteHooks.alive();
      if (thread != null) {
        SLOTS.of(queue).emptying(thread, capacity);
      }
    }
  }

  /** {@link #filling} for a queue that has its slots in an array. */
  public static void filling(@Nullable Object queue, @Nullable Object slots) {
    if (slots instanceof Object[] array) {
      filling(queue, array.length);
    }
  }

  /** {@link #emptying} for a queue that has its slots in an array. */
  public static void emptying(@Nullable Object queue, @Nullable Object slots) {
    if (slots instanceof Object[] array) {
      emptying(queue, array.length);
    }
  }

  /** Before an element can be obtained that stays in the queue. */
  public static void observed(@Nullable Object queue) {
    if (queue != null) {
      ObjectSync.observe(queue);
    }
  }

  /** Before elements are compared, or one is taken away that others may have compared. */
  public static void comparing(@Nullable Object queue) {
    ThreadState thread = MuteHooks.alive();
    SyncClock clock = queue == null || thread == null ? null : COMPARISONS.find(queue);
    if (thread != null && clock != null) {
      clock.acquire(thread);
    }
  }

  /** After an element was compared with others, if that can have run application code. */
  public static void compared(@Nullable Object queue, @Nullable Object element) {
    if (queue != null && ElementHooks.ofApplication(element)) {
      ThreadState thread = MuteHooks.alive();
      if (thread != null) {
        COMPARISONS.of(queue).release(thread);
      }
    }
  }

  /**
   * After an element was compared with others by a comparator, which may have a state of its own.
   */
  public static void comparedBy(
      @Nullable Object queue, @Nullable Object comparator, @Nullable Object element) {
    compared(queue, ElementHooks.ofApplication(comparator) ? comparator : element);
  }

  /** After other elements were compared, if that can have run application code. */
  public static void rearranged(@Nullable Object queue) {
    ThreadState thread = MuteHooks.alive();
    if (queue != null && thread != null) {
      // Where there are sampling periods, the insertion may have been before this one.
      SyncClock clock = Periods.SAMPLED ? COMPARISONS.of(queue) : COMPARISONS.find(queue);
      if (clock != null) {
        clock.release(thread);
      }
    }
  }
}
