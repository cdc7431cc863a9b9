package dev.racedetect.runtime.sync;

/** The slots of bounded queues. */
public final class SlotClockMap extends WeakIdentityMap<SlotClocks> {
  /** Makes an empty map. */
  public SlotClockMap() {}

  @Override
  protected SlotClocks create(Object key) {
    return new SlotClocks();
  }
}
