package dev.racedetect.runtime.thread;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.clock.VectorClock;
import org.jspecify.annotations.Nullable;

/**
 * The slots of vector clocks, and who owned which when.
 *
 * <p>A slot of a finished thread goes to a new thread only if the new thread already happens-after
 * the finished one's last action; then no order is invented and none is lost. Otherwise the new
 * thread gets a fresh slot.
 *
 * <p>Only when all slots were given out is the one that has been free for longest reused all the
 * same. Its new owner then counts as ordered after all threads that had ended by about then: that
 * misses races with them and cannot invent one. A thread that finds no slot at all, beside a
 * million living ones, gets {@link Epoch#UNRECORDED}.
 */
final class ThreadSlots {
  /** How many of the latest freed slots are tried before a fresh one is taken. */
  private static final int TRIES = 64;

  private static final int OWNERS_KEPT = 8;

  /** How many freed slots keep their owner's clock to themselves. */
  private static final int UNMERGED = 1 << 12;

  private final SpinLock lock = new SpinLock();
  private final int limit;

  /** Guarded by lock. Latest owner of each slot. */
  private @Nullable Owner[] owners = new Owner[64];

  /** Guarded by lock. A ring of freed slots. */
  private @Nullable Freed[] free = new Freed[64];

  private int freeHead;
  private int freeCount;

  /** How many at the head of the ring have been merged into {@link #ended}. */
  private int merged;

  /** Join of the last clocks of threads whose slots have been free for long. */
  private VectorClock ended = VectorClock.EMPTY;

  private int fresh = 1;

  /** A stretch of a slot's clock that belonged to one thread. */
  private record Owner(int fromClock, ThreadInfo info, @Nullable Owner before) {}

  /** A freed slot, its last clock and all that its owner knew; null once that is merged. */
  private record Freed(int slot, int lastClock, @Nullable VectorClock known) {}

  /**
   * A slot that was given to a thread.
   *
   * @param epoch the thread's first epoch
   * @param known what the thread knows from then on
   */
  record Lease(long epoch, VectorClock known) {}

  /** All slots that fit into an epoch. */
  ThreadSlots() {
    this(Epoch.MAX_SLOT);
  }

  /** Slots up to the given one. */
  ThreadSlots(int limit) {
    this.limit = limit;
  }

  /** Gives a slot to a thread that knows the given clock. */
  Lease allocate(VectorClock known, ThreadInfo info) {
    lock.lock();
    try {
      Freed freed = takeCovered(known);
      if (freed != null) {
        return new Lease(
            owned(freed.slot, freed.lastClock + 1, info),
            Periods.SAMPLED ? all(known, freed) : known);
      }
      if (fresh <= limit) {
        return new Lease(owned(fresh++, 1, info), known);
      }
      freed = takeOldest();
      return freed == null
          ? new Lease(Epoch.UNRECORDED, known)
          : new Lease(owned(freed.slot, freed.lastClock + 1, info), known.join(ended));
    } finally {
      lock.unlock();
    }
  }

  /**
   * What a new owner knows at least of what the last one knew: with {@linkplain Periods sampling
   * periods} the last epoch does not stand for it.
   */
  private VectorClock all(VectorClock known, Freed freed) {
    return known.join(freed.known == null ? ended : freed.known);
  }

  private long owned(int slot, int clock, ThreadInfo info) {
    if (slot >= owners.length) {
      Owner[] wider = new Owner[owners.length * 2];
      System.arraycopy(owners, 0, wider, 0, owners.length);
      owners = wider;
    }
    owners[slot] = new Owner(clock, info, shortened(owners[slot]));
    return Epoch.of(slot, clock);
  }

  private static @Nullable Owner shortened(@Nullable Owner owner) {
    if (owner == null) {
      return null;
    }
    int length = 0;
    for (Owner o = owner; o != null; o = o.before) {
      length++;
    }
    return length < OWNERS_KEPT ? owner : new Owner(owner.fromClock, owner.info, null);
  }

  /** Newest first: they are the ones that a parent has most likely joined. */
  private @Nullable Freed takeCovered(VectorClock known) {
    int tries = Math.min(freeCount, TRIES);
    for (int i = 1; i <= tries; i++) {
      int index = freeCount - i;
      Freed freed = free[at(index)];
      if (freed != null && known.get(freed.slot) >= freed.lastClock) {
        free[at(index)] = free[at(freeCount - 1)];
        free[at(freeCount - 1)] = null;
        freeCount--;
        merged = Math.min(merged, index);
        return freed;
      }
    }
    return null;
  }

  private @Nullable Freed takeOldest() {
    if (freeCount == 0) {
      return null;
    }
    if (merged == 0) {
      merge();
    }
    Freed oldest = free[freeHead];
    free[freeHead] = null;
    freeHead = at(1);
    freeCount--;
    merged--;
    return oldest;
  }

  private int at(int index) {
    return freeHead + index & free.length - 1;
  }

  /** Merges what the next owner knew, so that only a bounded number of clocks is kept. */
  private void merge() {
    Freed freed = free[at(merged)];
    if (freed != null && freed.known != null) {
      ended = ended.join(freed.known);
      free[at(merged)] = new Freed(freed.slot, freed.lastClock, null);
    }
    merged++;
  }

  /**
   * Takes back a slot.
   *
   * @param lastClock the last clock that its owner used
   * @param known all that its owner knew, its own last clock included
   */
  void release(int slot, int lastClock, VectorClock known) {
    lock.lock();
    try {
      if (slot == 0 || lastClock >= Epoch.MAX_CLOCK - 1) {
        return;
      }
      if (freeCount == free.length) {
        Freed[] wider = new Freed[free.length * 2];
        for (int i = 0; i < freeCount; i++) {
          wider[i] = free[at(i)];
        }
        free = wider;
        freeHead = 0;
      }
      free[at(freeCount)] = new Freed(slot, lastClock, known);
      freeCount++;
      if (freeCount - merged > UNMERGED) {
        merge();
      }
    } finally {
      lock.unlock();
    }
  }

  /** How many slots were ever given out. */
  int used() {
    lock.lock();
    try {
      return fresh - 1;
    } finally {
      lock.unlock();
    }
  }

  /** The thread that had a slot at a clock; null if that is no longer known. */
  @Nullable ThreadInfo owner(int slot, int clock) {
    lock.lock();
    try {
      if (slot >= owners.length) {
        return null;
      }
      for (Owner o = owners[slot]; o != null; o = o.before) {
        if (o.fromClock <= clock) {
          return o.info;
        }
      }
      return null;
    } finally {
      lock.unlock();
    }
  }
}
