package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.sync.IndexedClockMap;
import dev.racedetect.runtime.sync.IndexedClocks;
import dev.racedetect.runtime.sync.SyncClock;
import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * {@code Phaser} (catalogue C8): one clock a phase of the root phaser. An arrival counts for the
 * phase that is current when it begins and for the next one, in case it comes too late for the
 * first: whoever sees the next phase over has seen this one over as well. Called by woven JDK
 * methods.
 */
public final class PhaserHooks {
  private static final IndexedClockMap PHASES = new IndexedClockMap();

  /** Clocks of phases that are so far apart are shared: the older phase is long over. */
  private static final int REMEMBERED = 64;

  private static final int PHASE_SHIFT = 32;

  /** Looked up by the first phaser: the class is loaded then. */
  private static final class Fields {
    static final long STATE = JdkFields.offset("java.util.concurrent.Phaser", "state");
  }

  private PhaserHooks() {}

  /** Before an arrival. */
  public static void arriving(@Nullable Object root) {
    if (root != null) {
      ThreadState thread = MuteHooks.active();
      if (thread != null) {
        int phase = phase(root);
        IndexedClocks clocks = PHASES.of(root);
        clocks.of(phase & REMEMBERED - 1).release(thread);
        clocks.of(phase + 1 & REMEMBERED - 1).release(thread);
      }
    }
  }

  /** After a phase was seen over; a negative one means that nothing was waited for. */
  public static void advanced(@Nullable Object root, int phase) {
    if (root != null && phase >= 0) {
      acquire(root, phase);
    }
  }

  /** After an arrival that waited returned the next phase. */
  public static void arrivedAndAdvanced(@Nullable Object root, int next) {
    if (root != null) {
      acquire(root, (next & Integer.MAX_VALUE) - 1);
    }
  }

  /** Before {@code onAdvance}, which sees all arrivals of the phase. */
  public static void advancing(@Nullable Object root) {
    if (root != null) {
      acquire(root, phase(root));
    }
  }

  private static void acquire(Object root, int phase) {
    ThreadState thread = MuteHooks.active();
    IndexedClocks clocks = thread == null ? null : PHASES.find(root);
    SyncClock clock = clocks == null ? null : clocks.find(phase & REMEMBERED - 1);
    if (thread != null && clock != null) {
      clock.acquire(thread);
    }
  }

  private static int phase(Object root) {
    return (int) (JdkFields.volatileLongAt(root, Fields.STATE) >>> PHASE_SHIFT);
  }
}
