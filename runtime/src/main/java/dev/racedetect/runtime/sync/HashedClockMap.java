package dev.racedetect.runtime.sync;

/** The sync clocks of the keys of maps. */
public final class HashedClockMap extends WeakIdentityMap<HashedClocks> {
  /** Makes an empty map. */
  public HashedClockMap() {}

  @Override
  protected HashedClocks create(Object key) {
    return new HashedClocks();
  }
}
