package dev.racedetect.runtime.sync;

/** The numbered sync clocks of objects. */
public final class IndexedClockMap extends WeakIdentityMap<IndexedClocks> {
  /** Makes an empty map. */
  public IndexedClockMap() {}

  @Override
  protected IndexedClocks create(Object key) {
    return new IndexedClocks();
  }
}
