package dev.racedetect.runtime.sync;

import dev.racedetect.runtime.clock.VectorClock;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * The slots of a bounded queue: the removal that empties a slot is ordered before the insertion
 * that fills it again, as many insertions later as the queue has slots. Nothing else about a
 * queue's capacity orders anything. Elements that leave from the middle shift the count, which may
 * lose such an edge that nobody promised.
 *
 * <p>Where there are {@linkplain Periods sampling periods}, what was not seen was not counted: all
 * slots then share one clock.
 *
 * <p>A slot's clock is plain: the insertion reads it after the queue has let it see the removal
 * that wrote it. In queues of more than {@value IndexedClocks#LIMIT} slots some share a clock, and
 * an insertion may meet a removal there; those clocks are atomic.
 */
public final class SlotClocks {
  private static final class Plain {
    final long[] epochs;
    final @Nullable VectorClock[] clocks;

    Plain(int length) {
      epochs = new long[length];
      clocks = new VectorClock[length];
    }
  }

  /** Replaced by removals when it grows. */
  private volatile Plain plain = new Plain(16);

  /** Null while all slots have clocks of their own. */
  private volatile @Nullable IndexedClocks shared;

  /** Guarded by whatever serialises insertions into the queue. */
  private int filled;

  /** Guarded by whatever serialises removals from the queue. */
  private int emptied;

  SlotClocks() {}

  /** An insertion has found a slot. */
  public void filling(ThreadState thread, int capacity) {
    if (Periods.SAMPLED) {
      shared().of(0).acquire(thread);
      return;
    }
    int slot = filled;
    filled = slot + 1 >= capacity ? 0 : slot + 1;
    if (capacity > IndexedClocks.LIMIT) {
      IndexedClocks clocks = shared;
      SyncClock clock = clocks == null ? null : clocks.find(slot);
      if (clock != null) {
        clock.acquire(thread);
      }
      return;
    }
    Plain p = plain;
    if (slot < p.epochs.length) {
      VectorClock clock = p.clocks[slot];
      if (clock != null) {
        thread.acquire(clock, p.epochs[slot], 0);
      }
    }
  }

  /** A removal is about to free a slot. */
  public void emptying(ThreadState thread, int capacity) {
    if (Periods.SAMPLED) {
      shared().of(0).release(thread);
      return;
    }
    int slot = emptied;
    emptied = slot + 1 >= capacity ? 0 : slot + 1;
    if (capacity > IndexedClocks.LIMIT) {
      shared().of(slot).release(thread);
      return;
    }
    Plain p = plain;
    if (slot >= p.epochs.length) {
      p = grown(p);
    }
    VectorClock others = p.clocks[slot];
    if (others != null && !thread.covers(others, p.epochs[slot])) {
      p.clocks[slot] = thread.joined(others, p.epochs[slot]);
      p.epochs[slot] = 0;
    } else {
      VectorClock known = thread.clock();
      if (others != known) {
        p.clocks[slot] = known;
      }
      p.epochs[slot] = thread.publishedEpoch();
    }
    thread.released();
  }

  private Plain grown(Plain old) {
    int length = old.epochs.length;
    Plain wider = new Plain(2 * length);
    System.arraycopy(old.epochs, 0, wider.epochs, 0, length);
    System.arraycopy(old.clocks, 0, wider.clocks, 0, length);
    plain = wider;
    return wider;
  }

  private synchronized IndexedClocks shared() {
    IndexedClocks clocks = shared;
    if (clocks == null) {
      clocks = new IndexedClocks();
      shared = clocks;
    }
    return clocks;
  }
}
