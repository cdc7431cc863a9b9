package dev.racedetect.runtime.sync;

import dev.racedetect.runtime.clock.Snapshot;
import dev.racedetect.runtime.thread.ThreadState;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The clock of a sync object: what a lock, a volatile, a latch or a queue element remembers of its
 * releases, for those who acquire it.
 */
public final class SyncClock {
  private static final VarHandle SNAPSHOT;

  static {
    try {
      SNAPSHOT =
          MethodHandles.lookup().findVarHandle(SyncClock.class, "snapshot", Snapshot.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** What was released; null before the first release. Replaced by CAS, never changed. */
  private volatile Snapshot snapshot;

  /** An edge from all earlier releases to the thread. */
  public void acquire(ThreadState thread) {
    Snapshot s = snapshot;
    if (s != null) {
      thread.acquire(s);
    }
  }

  /** Publishes the thread's clock beside what was released before (release-join). */
  public void release(ThreadState thread) {
    tentativeRelease(thread);
    thread.released();
  }

  /**
   * Publishes the thread's clock in place of what was released before. Only under mutual exclusion,
   * where the thread has acquired all that it replaces.
   */
  public void releaseStore(ThreadState thread) {
    Snapshot s = snapshot;
    long epoch = thread.publishedEpoch();
    if (s == null || s.epoch() != epoch || s.clock() != thread.clock()) {
      snapshot = new Snapshot(thread.clock(), epoch);
    }
    thread.released();
  }

  /**
   * Publishes like {@link #release}, for an operation that may yet fail. Call {@link
   * #confirm} or {@link #retract} afterwards.
   *
   * @return what to hand to {@link #retract}; null if nothing had been there
   */
  public Snapshot tentativeRelease(ThreadState thread) {
    for (; ; ) {
      Snapshot before = snapshot;
      Snapshot after = thread.joined(before);
      if (after == before || SNAPSHOT.compareAndSet(this, before, after)) {
        return before;
      }
    }
  }

  /** The operation succeeded: the release stands. */
  public void confirm(ThreadState thread) {
    thread.released();
  }

  /**
   * The operation failed: takes the release back, unless another thread has published since; then
   * the edge stays (it may hide a race, it cannot invent one).
   */
  public void retract(ThreadState thread, Snapshot before) {
    Snapshot now = snapshot;
    if (now != before && thread.published(now)) {
      SNAPSHOT.compareAndSet(this, now, before);
    }
    thread.released();
  }

  /** Replaces what was released; for clocks that are built up privately. */
  public void set(Snapshot s) {
    snapshot = s;
  }

  /** What was released; null before the first release. */
  public Snapshot get() {
    return snapshot;
  }
}
