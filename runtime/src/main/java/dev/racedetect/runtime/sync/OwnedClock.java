package dev.racedetect.runtime.sync;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.clock.VectorClock;
import dev.racedetect.runtime.thread.LockName;
import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a lock that one thread holds at a time: what its holders have released. A release
 * remembers the releaser's epoch and refers to its vector clock; nothing is copied or joined until
 * another thread acquires.
 *
 * <p>Its fields are plain: they are read after the lock was taken and written before it is given
 * back, so the lock itself orders them.
 */
public class OwnedClock extends LockName {
  /** Epoch of the single release that covers all others; 0 if there is none. */
  private long epoch;

  /**
   * What the releaser of {@link #epoch} knew of others, or all that was released; null at first.
   */
  private @Nullable VectorClock clock;

  /**
   * The clock of a lock that nobody has released yet.
   *
   * @param lock the lock, if it refers to this clock itself; else null
   */
  protected OwnedClock(@Nullable Object lock) {
    super(lock);
  }

  /** An edge from all earlier releases; after the lock was taken. */
  public final void acquire(ThreadState thread) {
    long released = epoch;
    if (Epoch.slot(released) != Epoch.slot(thread.epoch) || released == 0) {
      acquireFromOthers(thread);
    }
  }

  private void acquireFromOthers(ThreadState thread) {
    VectorClock others = clock;
    if (others != null) {
      thread.acquire(others, epoch, 0);
    }
  }

  /** Publishes the thread's clock; before the lock is given back. */
  public final void release(ThreadState thread) {
    VectorClock others = clock;
    VectorClock known = thread.clock();
    if (others != null && !thread.covers(others, epoch)) {
      // Somebody had the lock without our knowing, as when the JDK waits on an object of the
      // application's: keep what was released meanwhile.
      clock = thread.joined(others, epoch);
      epoch = 0;
    } else {
      if (others != known) {
        clock = known;
      }
      epoch = thread.publishedEpoch();
    }
    thread.released();
  }
}
