package dev.racedetect.runtime.sync;

import dev.racedetect.runtime.clock.Snapshot;
import dev.racedetect.runtime.thread.LockName;
import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/** The two clocks of a lock: what its exclusive holders released, and what its sharers released. */
public final class LockClocks {
  /** The clock of exclusive holders, if the lock tells who its holder is. */
  public static final class Owned extends OwnedClock {
    final LockClocks lock;

    Owned(LockClocks lock) {
      super(null);
      this.lock = lock;
    }

    /** Both clocks of the lock. */
    public LockClocks lock() {
      return lock;
    }
  }

  /** The name under which the lock is held by those who share it. */
  public static final class Shared extends LockName {
    final LockClocks lock;

    Shared(LockClocks lock) {
      super(null);
      this.lock = lock;
    }

    /** Both clocks of the lock. */
    public LockClocks lock() {
      return lock;
    }
  }

  private final Owned owned = new Owned(this);
  private final Shared shared = new Shared(this);

  /**
   * The clock of exclusive holders, if the lock may be given back by a thread that does not hold
   * it, or that only claims to; null if the lock tells who its holder is.
   */
  private final @Nullable SyncClock unowned;

  /** Null until the lock is first given back by a sharer. */
  private volatile @Nullable SharerClocks sharers;

  /**
   * Makes the clocks.
   *
   * @param tellsOwner whether releases by others than the holder are kept out
   */
  LockClocks(boolean tellsOwner) {
    unowned = tellsOwner ? null : new SyncClock();
  }

  /** The entry under which an exclusive holder holds the lock. */
  public Owned owned() {
    return owned;
  }

  /** The entry under which a sharer holds the lock. */
  public Shared shared() {
    return shared;
  }

  /** An edge from all exclusive holders; after the lock was taken in either mode. */
  public void acquire(ThreadState thread) {
    SyncClock clock = unowned;
    if (clock == null) {
      owned.acquire(thread);
    } else {
      clock.acquire(thread);
    }
  }

  /** An edge from all holders; after the lock was taken in exclusive mode. */
  public void acquireAlone(ThreadState thread) {
    acquire(thread);
    SharerClocks readers = sharers;
    if (readers != null) {
      readers.acquire(thread);
    }
  }

  /** Before an exclusive holder gives the lock back. */
  public void release(ThreadState thread) {
    SyncClock clock = unowned;
    if (clock == null) {
      owned.release(thread);
    } else {
      clock.release(thread);
    }
  }

  /** Before a sharer gives the lock back. */
  public void releaseShared(ThreadState thread) {
    SharerClocks readers = sharers;
    (readers != null ? readers : makeSharers()).release(thread);
  }

  private synchronized SharerClocks makeSharers() {
    SharerClocks made = sharers;
    if (made == null) {
      made = new SharerClocks();
      sharers = made;
    }
    return made;
  }

  /** What exclusive holders have released, if the lock does not tell its holder; else null. */
  public @Nullable Snapshot released() {
    return unowned == null ? null : unowned.get();
  }
}
