package dev.racedetect.runtime.sync;

import dev.racedetect.runtime.clock.Snapshot;
import dev.racedetect.runtime.thread.ThreadState;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a sync object: what a lock, a volatile, a latch or a queue element remembers of its
 * releases, for those who acquire it.
 */
public class SyncClock {
  private static final VarHandle SNAPSHOT;

  static {
    try {
      SNAPSHOT = MethodHandles.lookup().findVarHandle(SyncClock.class, "snapshot", Snapshot.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** What was released; null before the first release. Replaced by CAS, never changed. */
  private volatile @Nullable Snapshot snapshot;

  /** An edge from all earlier releases to the thread. */
  public final void acquire(ThreadState thread) {
    Snapshot s = snapshot;
    if (s != null) {
      thread.acquire(s);
    }
  }

  /** Publishes the thread's clock beside what was released before (release-join). */
  public final void release(ThreadState thread) {
    for (; ; ) {
      Snapshot before = snapshot;
      Snapshot after = thread.joined(before);
      if (after == before || SNAPSHOT.compareAndSet(this, before, after)) {
        thread.released();
        return;
      }
    }
  }

  /**
   * Acquires and publishes: an action that reads and writes. That it acquires first lets a single
   * epoch stand for all that was published, unless two threads come at once.
   */
  public final void exchange(ThreadState thread) {
    acquire(thread);
    release(thread);
  }

  /**
   * Publishes the thread's clock in place of what was released before. Only under mutual exclusion,
   * where the thread has acquired all that it replaces.
   */
  public final void releaseStore(ThreadState thread) {
    Snapshot s = snapshot;
    long epoch = thread.publishedEpoch();
    if (s == null || s.epoch() != epoch || s.clock() != thread.clock()) {
      snapshot = new Snapshot(thread.clock(), epoch);
    }
    thread.released();
  }

  /** Publishes like {@link #release}, for an operation that may yet fail: see {@link Attempt}. */
  public final Attempt attempt(ThreadState thread) {
    for (; ; ) {
      Snapshot before = snapshot;
      Snapshot after = thread.joined(before);
      if (after == before || SNAPSHOT.compareAndSet(this, before, after)) {
        thread.released();
        return new Attempt(this, before, after);
      }
    }
  }

  /** Puts back what an attempt replaced, unless somebody has published since. */
  final void undo(Attempt attempt) {
    if (attempt.after() != attempt.before()) {
      SNAPSHOT.compareAndSet(this, attempt.after(), attempt.before());
    }
  }

  /** Publishes what the thread has put aside at a fence, beside what was released before. */
  public final void join(Snapshot earlier) {
    for (; ; ) {
      Snapshot before = snapshot;
      Snapshot after = before == null ? earlier : before.join(earlier);
      if (SNAPSHOT.compareAndSet(this, before, after)) {
        return;
      }
    }
  }

  /** Replaces what was released; for clocks that are built up privately. */
  public final void set(Snapshot s) {
    snapshot = s;
  }

  /** What was released; null before the first release. */
  public final @Nullable Snapshot get() {
    return snapshot;
  }
}
