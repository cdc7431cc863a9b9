package dev.racedetect.runtime.thread;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.clock.Snapshot;
import dev.racedetect.runtime.clock.VectorClock;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** A thread's own clock and what it knows of the others' (FastTrack, Flanagan and Freund 2009). */
public abstract class ThreadClock extends Muting {
  /** The thread's slot and clock, as a shadow word with an empty context. Read by emitted code. */
  public long epoch;

  /** Whether the current clock was used by an access or has seen an acquire since it began. */
  public boolean dirty = true;

  final ThreadInfo info;

  private VectorClock clock;

  /** A published epoch of another thread that {@link #clock} came with as a whole; 0 for none. */
  private long implied;

  ThreadClock(ThreadInfo info, VectorClock known, long epoch) {
    this.info = info;
    this.clock = known;
    this.epoch = epoch;
  }

  /** What reports say of this thread. */
  public ThreadInfo info() {
    return info;
  }

  /** What this thread knows of others; its own entry there is out of date. */
  public VectorClock clock() {
    return clock;
  }

  /** Whether an access recorded as this word happens-before the thread's next action. */
  public boolean covers(long word) {
    int slot = Epoch.slot(word);
    int own = Epoch.slot(epoch);
    return slot == own || clock.get(slot) >= Epoch.clock(word);
  }

  /**
   * Joins a published clock into this thread's. With {@linkplain Periods sampling periods} each
   * entry counts for itself: that the epoch of a release is known does not mean that all of its
   * clock is.
   */
  public void acquire(Snapshot s) {
    acquire(s.clock(), s.epoch(), s.implied());
  }

  /**
   * The same, of the parts of a snapshot.
   *
   * @param released the epoch of a single release, 0 if several were joined
   * @param origin an epoch that all of the clock came with, 0 if none is known
   */
  public void acquire(VectorClock published, long released, long origin) {
    if (!Periods.SAMPLED && released != 0 && covers(released)) {
      return;
    }
    VectorClock before = clock;
    if (!Periods.SAMPLED && origin != 0 && covers(origin)) {
      learn(before.with(Epoch.slot(released), Epoch.clock(released)), 0);
    } else if (released == 0) {
      learn(before.join(published), 0);
    } else {
      VectorClock others = published.with(Epoch.slot(released), Epoch.clock(released));
      VectorClock joined = others.join(before);
      learn(joined, joined == others ? released : 0);
    }
  }

  private void learn(VectorClock joined, long origin) {
    if (joined != clock) {
      clock = joined;
      implied = origin;
      dirty = true;
    }
  }

  /** Notes that all that a thread knows at its start came with an epoch of its starter. */
  void implied(long starter) {
    implied = starter;
  }

  /**
   * The epoch that a release publishes now: all accesses recorded so far have at most this clock.
   */
  public long publishedEpoch() {
    return dirty ? epoch : epoch - Epoch.TICK;
  }

  /**
   * An epoch that covers all accesses that this thread had recorded before the call, for other
   * threads. An access is recorded after {@link #dirty} was set.
   */
  long recordedEpoch() {
    boolean used = dirty;
    VarHandle.loadLoadFence();
    long latest = epoch;
    return used || latest == Epoch.UNRECORDED ? latest : latest - Epoch.TICK;
  }

  /**
   * What a release-join stores where this was stored before; the same object if nothing changes.
   */
  public Snapshot joined(@Nullable Snapshot before) {
    long own = publishedEpoch();
    if (before == null) {
      return new Snapshot(clock, own, implied);
    }
    if (before.epoch() == own && before.clock() == clock) {
      return before;
    }
    return covers(before.clock(), before.epoch())
        ? new Snapshot(clock, own, implied)
        : new Snapshot(joined(before.clock(), before.epoch()), 0);
  }

  /**
   * Whether all that was published happens-before the thread's next action.
   *
   * @param released the epoch of a single release, 0 if several were joined
   */
  public boolean covers(VectorClock others, long released) {
    if (released != 0 && (!Periods.SAMPLED || !covers(released))) {
      return covers(released);
    }
    long own = publishedEpoch();
    return clock.covers(others, Epoch.slot(own), Epoch.clock(own));
  }

  /** What was published and what the thread publishes now, its own entry included. */
  public VectorClock joined(VectorClock others, long released) {
    long own = publishedEpoch();
    VectorClock all = others.join(clock).with(Epoch.slot(own), Epoch.clock(own));
    return all.with(Epoch.slot(released), Epoch.clock(released));
  }

  /**
   * To be called after each release, before any further access or acquire: later accesses must not
   * seem to be before it, and an epoch must not be published with two different clocks.
   */
  public void released() {
    if (dirty) {
      tick();
    }
  }

  private void tick() {
    if (epoch == Epoch.UNRECORDED) {
      return;
    }
    if (Epoch.clock(epoch) == Epoch.MAX_CLOCK) {
      move();
    } else {
      epoch += Epoch.TICK;
      if (Periods.SAMPLED) {
        // Its partner is in recordedEpoch().
        VarHandle.storeStoreFence();
      }
      dirty = false;
    }
  }

  /** To another slot: the clock of this one is used up. */
  private void move() {
    VectorClock known = clock.with(Epoch.slot(epoch), Epoch.clock(epoch));
    if (Periods.SAMPLED) {
      Periods.left(epoch);
    }
    ThreadSlots.Lease lease = ThreadTable.SLOTS.allocate(known, info);
    clock = lease.known();
    implied = 0;
    epoch = lease.epoch();
    dirty = true;
    moved();
  }

  /**
   * Begins a clock that knows all of this too, for a thread that was not seen for a while, with an
   * epoch that nobody knows, whoever knows all of this.
   */
  final void catchUp(VectorClock everything) {
    learn(clock.join(everything), 0);
    do {
      dirty = true;
      tick();
    } while (epoch != Epoch.UNRECORDED && everything.get(Epoch.slot(epoch)) >= Epoch.clock(epoch));
  }

  /** Ends this clock: whatever the thread may still do leaves no trace in others'. */
  final Snapshot last() {
    Snapshot last = new Snapshot(clock, publishedEpoch(), implied);
    clock = clock.with(Epoch.slot(last.epoch()), Epoch.clock(last.epoch()));
    if (Periods.SAMPLED) {
      Periods.left(last.epoch());
    }
    epoch = Epoch.UNRECORDED;
    dirty = true;
    return last;
  }

  /** The thread has another slot since now. */
  abstract void moved();
}
