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

  /** The clock of a forced termination, behind those of the phases. */
  private static final int TERMINATION = REMEMBERED;

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

  /**
   * After a phase was seen over.
   *
   * @param phase what was waited for; negative for nothing
   * @param next the phase that was found; negative if the phaser is terminated
   */
  public static void advanced(@Nullable Object root, int phase, int next) {
    if (root != null) {
      if (phase >= 0) {
        acquire(root, phase & REMEMBERED - 1);
      }
      if (next < 0) {
        acquire(root, TERMINATION);
      }
    }
  }

  /** After an arrival that waited returned the next phase; negative if the phaser is terminated. */
  public static void arrivedAndAdvanced(@Nullable Object root, int next) {
    if (root != null) {
      advanced(root, (next & Integer.MAX_VALUE) - 1, next);
    }
  }

  /** Before the termination is forced. */
  public static void terminating(@Nullable Object root) {
    if (root != null) {
      ThreadState thread = MuteHooks.active();
      if (thread != null) {
        PHASES.of(root).of(TERMINATION).release(thread);
      }
    }
  }

  /** After a phaser was seen terminated, by force or by its last phase. */
  public static void terminated(@Nullable Object root) {
    if (root != null) {
      arrivedAndAdvanced(root, phase(root));
    }
  }

  /** Before {@code onAdvance}, which sees all arrivals of the phase. */
  public static void advancing(@Nullable Object root) {
    if (root != null) {
      acquire(root, phase(root) & REMEMBERED - 1);
    }
  }

  private static void acquire(Object root, int part) {
    ThreadState thread = MuteHooks.active();
    IndexedClocks clocks = thread == null ? null : PHASES.find(root);
    SyncClock clock = clocks == null ? null : clocks.find(part);
    if (thread != null && clock != null) {
      clock.acquire(thread);
    }
  }

  private static int phase(Object root) {
    return (int) (JdkFields.volatileLongAt(root, Fields.STATE) >>> PHASE_SHIFT);
  }
}
