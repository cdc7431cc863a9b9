package dev.racedetect.runtime.sync;

import dev.racedetect.runtime.thread.ThreadState;

/**
 * The slots of a bounded queue: the removal that empties a slot is ordered before the insertion
 * that fills it again, as many insertions later as the queue has slots. Nothing else about a
 * queue's capacity orders anything. Elements that leave from the middle shift the count, which may
 * lose such an edge that nobody promised.
 */
public final class SlotClocks {
  private final IndexedClocks slots = new IndexedClocks();

  /** Guarded by whatever serialises insertions into the queue. */
  private int filled;

  /** Guarded by whatever serialises removals from the queue. */
  private int emptied;

  SlotClocks() {}

  /** An insertion has found a slot. */
  public void filling(ThreadState thread, int capacity) {
    SyncClock clock = slots.find(filled++ % capacity);
    if (clock != null) {
      clock.acquire(thread);
    }
    filled = filled < 0 ? 0 : filled;
  }

  /** A removal is about to free a slot. */
  public void emptying(ThreadState thread, int capacity) {
    slots.of(emptied++ % capacity).release(thread);
    emptied = emptied < 0 ? 0 : emptied;
  }
}
