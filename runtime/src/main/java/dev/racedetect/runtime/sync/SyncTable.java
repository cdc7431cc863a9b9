package dev.racedetect.runtime.sync;

import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/** The sync clocks of objects: monitors, JDK synchronisers, threads, tasks. */
public final class SyncTable {
  private static final class Clocks extends WeakIdentityMap<SyncClock> {
    @Override
    protected SyncClock create(Object key) {
      return new SyncClock();
    }
  }

  private static final Clocks CLOCKS = new Clocks();

  private SyncTable() {}

  /** The sync clock of an object, made on first use. The object must not be null. */
  public static SyncClock of(Object object) {
    return CLOCKS.of(object);
  }

  /** The same, through the thread's one-entry cache. */
  public static SyncClock of(ThreadState thread, Object object) {
    Object last = thread.lastSyncClock;
    if (thread.lastSync == object && last != null) {
      return (SyncClock) last;
    }
    SyncClock clock = CLOCKS.of(object);
    thread.lastSync = object;
    thread.lastSyncClock = clock;
    return clock;
  }

  /** The sync clock of an object, null if nothing was ever released on it. */
  public static @Nullable SyncClock find(Object object) {
    return CLOCKS.find(object);
  }
}
