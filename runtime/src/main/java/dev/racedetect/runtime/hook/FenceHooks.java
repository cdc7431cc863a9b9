package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.clock.Snapshot;
import dev.racedetect.runtime.clock.VectorClock;
import dev.racedetect.runtime.shadow.Place;
import dev.racedetect.runtime.sync.SyncClock;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * Fences order by way of the atomic accesses around them: what happened before a release fence is
 * released by later atomic writes of any mode, and what earlier atomic reads of any mode have seen
 * is acquired by an acquire fence. A fence alone, or beside plain accesses, orders nothing.
 */
public final class FenceHooks {
  /** The two clocks of one thread; used by that thread only. */
  private static final class Fences {
    /** What the latest release fence has put aside. */
    @Nullable Snapshot released;

    /** What was read since the beginning and would be acquired by a fence. */
    @Nullable Snapshot seen;
  }

  private FenceHooks() {}

  private static Fences of(ThreadState thread) {
    Fences fences = (Fences) thread.fences;
    if (fences == null) {
      fences = new Fences();
      thread.fences = fences;
    }
    return fences;
  }

  /** At a release fence ({@code storeStoreFence} counts as one). */
  public static void releaseFence(ThreadState thread) {
    if (Periods.paused(thread)) {
      return;
    }
    VectorClock clock = thread.clock();
    of(thread).released = new Snapshot(clock, thread.publishedEpoch());
    thread.released();
  }

  /** At an acquire fence ({@code loadLoadFence} counts as one). */
  public static void acquireFence(ThreadState thread) {
    if (Periods.paused(thread)) {
      return;
    }
    Fences fences = (Fences) thread.fences;
    if (fences != null && fences.seen != null) {
      thread.acquire(fences.seen);
      fences.seen = null;
    }
  }

  /** At a full fence. */
  public static void fullFence(ThreadState thread) {
    acquireFence(thread);
    releaseFence(thread);
  }

  /** Before an atomic write that does not release by itself. */
  static void beforeWrite(Place place, ThreadState thread) {
    Snapshot released = released(thread);
    if (released != null) {
      place.clockForRelease().join(released);
    }
  }

  /** What the thread's latest release fence has put aside, null if there was none. */
  static @Nullable Snapshot released(ThreadState thread) {
    Fences fences = (Fences) thread.fences;
    return fences == null ? null : fences.released;
  }

  /** After an atomic read that does not acquire by itself. */
  static void afterRead(Place place, ThreadState thread) {
    afterRead(place.clock(), thread);
  }

  /** The same for the variable that has this clock; null if nothing was released there. */
  static void afterRead(@Nullable SyncClock clock, ThreadState thread) {
    Snapshot s = clock == null ? null : clock.get();
    if (s != null) {
      Fences fences = of(thread);
      Snapshot before = fences.seen;
      if (before != s) {
        fences.seen = before == null ? s : before.join(s);
      }
    }
  }
}
