package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.clock.VectorClock;
import dev.racedetect.runtime.thread.ThreadInfo;
import dev.racedetect.runtime.thread.ThreadState;
import dev.racedetect.runtime.thread.ThreadTable;

/**
 * Whether the two threads of a race did synchronise, but too early: the one that writes had
 * released, the other has acquired that release, and the write came after it. Only hints depend on
 * it.
 */
final class AfterRelease {
  private AfterRelease() {}

  /**
   * Whether a race is of that kind.
   *
   * @param thread the thread of the access that completes the race, {@code op}
   * @param previous the shadow word of the earlier access, {@code previousOp}
   */
  static boolean isWrite(ThreadState thread, String op, long previous, String previousOp) {
    boolean reads = op.endsWith("read");
    if (reads == previousOp.endsWith("read")) {
      return false;
    }
    if (reads) {
      return follows(previous, thread.clock());
    }
    ThreadInfo reader = ThreadTable.owner(previous);
    Thread live = reader == null ? null : reader.live();
    ThreadState state = live == null ? null : ThreadTable.find(live);
    // What the reader has learnt since its access counts as well: the write is later still.
    return state != null && follows(thread.epoch, state.clock());
  }

  /**
   * Whether a thread knows exactly what was before the clock of a write. Of a pool's thread only
   * releases count that the same task has made: the end of an earlier task is none.
   */
  private static boolean follows(long write, VectorClock reader) {
    int clock = Epoch.clock(write);
    int released = clock - 1;
    if (released == 0 || reader.get(Epoch.slot(write)) != released) {
      return false;
    }
    ThreadInfo writer = ThreadTable.owner(write);
    return writer != null
        && writer == ThreadTable.owner(write - Epoch.TICK)
        && released >= writer.taskBegan(clock);
  }
}
