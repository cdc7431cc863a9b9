package dev.racedetect.runtime.sync;

import org.jspecify.annotations.Nullable;

/** The two clocks of a lock: what its exclusive holders released, and what its sharers released. */
public final class LockClocks {
  private final SyncClock writers = new SyncClock();

  /** Null until the lock is first given back by a sharer. */
  private volatile @Nullable SyncClock readers;

  LockClocks() {}

  /** The clock of those who held the lock alone. */
  public SyncClock writers() {
    return writers;
  }

  /** The clock of those who shared the lock; null if nobody did. */
  public @Nullable SyncClock findReaders() {
    return readers;
  }

  /** The clock of those who shared the lock, made on first use. */
  public SyncClock readers() {
    SyncClock clock = readers;
    return clock != null ? clock : makeReaders();
  }

  private synchronized SyncClock makeReaders() {
    SyncClock clock = readers;
    if (clock == null) {
      clock = new SyncClock();
      readers = clock;
    }
    return clock;
  }
}
