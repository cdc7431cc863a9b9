package dev.racedetect.runtime.sync;

import dev.racedetect.runtime.clock.VectorClock;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * The insertions of one object into one collection. Guarded by the {@link ElementClocks} that it
 * belongs to.
 */
class HandOver {
  /** Identity hash of the collection. */
  final int collection;

  /** How often the object is in the collection. */
  private int inside;

  /** Epoch of the inserter, 0 if several insertions were joined. */
  private long epoch;

  /** What the inserters knew; null if there was none. */
  private @Nullable VectorClock clock;

  HandOver(int collection) {
    this.collection = collection;
  }

  /**
   * The object is about to be inserted.
   *
   * @param shared whether the clock stands for several collections
   */
  final void insert(ThreadState thread, boolean shared) {
    VectorClock others = clock;
    // A removal between sampling periods was not counted: then nothing may be replaced.
    boolean kept = shared || inside > 0 || Periods.SAMPLED;
    if (others != null && kept && !thread.covers(others, epoch)) {
      clock = thread.joined(others, epoch);
      epoch = 0;
    } else {
      clock = thread.clock();
      epoch = thread.publishedEpoch();
    }
    inside++;
    thread.released();
  }

  final void acquire(ThreadState thread) {
    VectorClock others = clock;
    if (others != null) {
      thread.acquire(others, epoch, 0);
    }
  }

  final void remove() {
    if (inside > 0) {
      inside--;
    }
  }

  /** Whether the object is not in the collection. */
  final boolean outside() {
    return inside == 0;
  }
}
