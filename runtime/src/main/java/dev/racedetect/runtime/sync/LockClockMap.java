package dev.racedetect.runtime.sync;

/** The clocks of locks. */
public final class LockClockMap extends WeakIdentityMap<LockClocks> {
  /** Makes an empty map. */
  public LockClockMap() {}

  @Override
  protected LockClocks create(Object key) {
    return new LockClocks();
  }
}
