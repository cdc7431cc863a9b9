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

  /**
   * The same after a volatile read: waits for the outcome of a compare-and-set that is under way,
   * as one that fails releases nothing.
   */
  public final void acquireSettled(ThreadState thread) {
    Snapshot s = snapshot;
    if (s instanceof Attempt attempt && attempt.open()) {
      attempt.await();
      s = snapshot;
    }
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
    return attempt(thread, false);
  }

  /**
   * The same for an operation of the JVM, of which a reader waits to learn whether it failed. It
   * must be settled by {@link Attempt#undo} or {@link Attempt#keep}.
   */
  public final Attempt shortAttempt(ThreadState thread) {
    return attempt(thread, true);
  }

  private Attempt attempt(ThreadState thread, boolean isShort) {
    for (; ; ) {
      Snapshot before = snapshot;
      Snapshot after = thread.joined(before);
      if (after == before) {
        thread.released();
        return new Attempt(this, null, after, false);
      }
      Attempt attempt = new Attempt(this, before, after, isShort);
      if (SNAPSHOT.compareAndSet(this, before, (Snapshot) attempt)) {
        if (before instanceof Attempt earlier) {
          earlier.superseded();
        }
        thread.released();
        return attempt;
      }
    }
  }

  /** Replaces what an attempt has published, unless somebody has published since. */
  final void replace(Attempt attempt, @Nullable Snapshot before) {
    SNAPSHOT.compareAndSet(this, (Snapshot) attempt, before);
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
