package dev.racedetect.runtime.thread;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.clock.VectorClock;

/**
 * The slots of vector clocks, and who owned which when.
 *
 * <p>A slot of a finished thread goes to a new thread only if the new thread already happens-after
 * the finished one's last action; then no order is invented and none is lost. Otherwise the new
 * thread gets a fresh slot. When all slots are taken the oldest free one is reused all the same:
 * races between the two owners of that slot are missed then (only beyond a million mutually
 * unordered threads).
 */
final class ThreadSlots {
  /** How many of the latest freed slots are tried before a fresh one is taken. */
  private static final int TRIES = 8;

  private static final int OWNERS_KEPT = 8;

  /** Guarded by this. Latest owner of each slot. */
  private Owner[] owners = new Owner[64];

  /** Guarded by this. A ring of freed slots. */
  private int[] free = new int[64];

  private int freeHead;
  private int freeCount;
  private int fresh = 1;

  /** A stretch of a slot's clock that belonged to one thread. */
  private record Owner(int fromClock, ThreadInfo info, Owner before) {}

  /**
   * Gives a slot to a thread.
   *
   * @return the thread's first epoch
   */
  synchronized long allocate(VectorClock known, ThreadInfo info) {
    int slot = takeFree(known);
    int clock = 1;
    if (slot < 0) {
      slot = fresh++;
      if (slot >= owners.length) {
        Owner[] wider = new Owner[owners.length * 2];
        System.arraycopy(owners, 0, wider, 0, owners.length);
        owners = wider;
      }
    } else {
      clock = owners[slot].info.lastClock + 1;
    }
    owners[slot] = new Owner(clock, info, shortened(owners[slot]));
    return Epoch.of(slot, clock);
  }

  private static Owner shortened(Owner owner) {
    if (owner == null) {
      return null;
    }
    int length = 0;
    for (Owner o = owner; o != null; o = o.before) {
      length++;
    }
    return length < OWNERS_KEPT ? owner : new Owner(owner.fromClock, owner.info, null);
  }

  private int takeFree(VectorClock known) {
    boolean exhausted = fresh > Epoch.MAX_SLOT;
    int tries = freeCount < TRIES ? freeCount : TRIES;
    for (int i = 0; i < tries; i++) {
      // Newest first: they are the ones that a parent has most likely joined.
      int at = freeHead + freeCount - 1 - i & free.length - 1;
      int slot = free[at];
      if (known.get(slot) >= owners[slot].info.lastClock) {
        int last = freeHead + freeCount - 1 & free.length - 1;
        free[at] = free[last];
        freeCount--;
        return slot;
      }
    }
    if (exhausted && freeCount > 0) {
      int slot = free[freeHead];
      freeHead = freeHead + 1 & free.length - 1;
      freeCount--;
      return slot;
    }
    return -1;
  }

  /** Takes back the slot of a finished thread whose last epoch is stored in its info. */
  synchronized void release(int slot, int lastClock) {
    if (lastClock >= Epoch.MAX_CLOCK - 1) {
      return;
    }
    if (freeCount == free.length) {
      int[] wider = new int[free.length * 2];
      for (int i = 0; i < freeCount; i++) {
        wider[i] = free[freeHead + i & free.length - 1];
      }
      free = wider;
      freeHead = 0;
    }
    free[freeHead + freeCount & free.length - 1] = slot;
    freeCount++;
  }

  /** The thread that had a slot at a clock; null if that is no longer known. */
  synchronized ThreadInfo owner(int slot, int clock) {
    if (slot >= owners.length) {
      return null;
    }
    for (Owner o = owners[slot]; o != null; o = o.before) {
      if (o.fromClock <= clock) {
        return o.info;
      }
    }
    return null;
  }
}
