package dev.racedetect.runtime.sync;

/**
 * Sync clocks by object, for one kind of edge. An object may have clocks of several kinds that must
 * not mix: the monitor of a latch is not its count, the start of a task is not its end.
 */
public final class ClockMap extends WeakIdentityMap<SyncClock> {
  /** Makes an empty map. */
  public ClockMap() {}

  @Override
  protected SyncClock create(Object key) {
    return new SyncClock();
  }
}
