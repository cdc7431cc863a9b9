package dev.racedetect.runtime.sync;

import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * What an object remembers of its insertions into collections, by collection. Collections are told
 * apart by identity hash; where two agree, a race may be hidden and none invented.
 *
 * <p>While the object is in the collection once, the clock is that of its insertion; where it was
 * inserted several times (a token, a boxed number) the insertions are joined, because their hooks
 * need not run in the order in which the elements went in.
 */
final class ElementClocks {
  /** Above this many collections, all further ones share a clock. */
  private static final int LIMIT = 32;

  private static final class Slot {
    final int collection;
    final SyncClock clock = new SyncClock();
    final @Nullable Slot next;
    int inside;

    Slot(int collection, @Nullable Slot next) {
      this.collection = collection;
      this.next = next;
    }
  }

  private @Nullable Slot slots;

  /** The object is about to be inserted. */
  synchronized void inserting(ThreadState thread, int collection) {
    int length = 0;
    Slot slot = slots;
    while (slot != null && slot.collection != collection && length < LIMIT) {
      slot = slot.next;
      length++;
    }
    if (slot == null) {
      slot = new Slot(collection, slots);
      slots = slot;
    }
    if (slot.inside == 0 && length < LIMIT) {
      slot.clock.releaseStore(thread);
    } else {
      slot.clock.release(thread);
    }
    slot.inside++;
  }

  /** The object was removed, or the insertion failed. */
  synchronized void removed(int collection) {
    for (Slot slot = slots; slot != null; slot = slot.next) {
      if (slot.collection == collection && slot.inside > 0) {
        slot.inside--;
      }
    }
  }

  /** The object was obtained from the collection. */
  synchronized void acquire(ThreadState thread, int collection) {
    int length = 0;
    for (Slot slot = slots; slot != null; slot = slot.next) {
      if (slot.collection == collection || length >= LIMIT) {
        slot.clock.acquire(thread);
      }
      length++;
    }
  }

  /** The object was obtained from a collection that is not known. */
  synchronized void acquire(ThreadState thread) {
    for (Slot slot = slots; slot != null; slot = slot.next) {
      slot.clock.acquire(thread);
    }
  }
}
