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
 *
 * <p>Most objects are only ever in one collection, so the first is this object itself.
 */
final class ElementClocks extends HandOver {
  /** Above this many collections, all further ones share a clock. */
  private static final int LIMIT = 32;

  private static final class Further extends HandOver {
    final @Nullable Further next;

    Further(int collection, @Nullable Further next) {
      super(collection);
      this.next = next;
    }
  }

  /** The collections after the first, latest first. Guarded by this. */
  private @Nullable Further further;

  /** Guarded by this. */
  private boolean dropped;

  /** For an object that is about to be inserted into its first collection. */
  ElementClocks(ThreadState thread, int collection) {
    super(collection);
    insert(thread, false);
  }

  /**
   * The object is about to be inserted.
   *
   * @return false if these clocks were dropped: the object needs others
   */
  synchronized boolean inserting(ThreadState thread, int collection) {
    if (dropped) {
      return false;
    }
    if (collection == this.collection) {
      insert(thread, false);
      return true;
    }
    int length = 1;
    Further f = further;
    while (f != null && f.collection != collection && length < LIMIT) {
      f = f.next;
      length++;
    }
    if (f == null) {
      f = new Further(collection, further);
      further = f;
    }
    f.insert(thread, length >= LIMIT);
    return true;
  }

  /** The object was removed, or the insertion failed. */
  synchronized void removed(int collection) {
    if (collection == this.collection) {
      remove();
    }
    for (Further f = further; f != null; f = f.next) {
      if (f.collection == collection) {
        f.remove();
      }
    }
  }

  /** The object was obtained from the collection. */
  synchronized void acquire(ThreadState thread, int collection) {
    if (collection == this.collection) {
      acquire(thread);
    }
    int length = 1;
    for (Further f = further; f != null; f = f.next) {
      if (f.collection == collection || length >= LIMIT) {
        f.acquire(thread);
      }
      length++;
    }
  }

  /**
   * The object was taken out of the collection.
   *
   * @return whether it is not known to be in any now, and was only ever in this one
   */
  synchronized boolean takenOut(ThreadState thread, int collection) {
    acquire(thread, collection);
    removed(collection);
    return further == null && collection == this.collection && outside();
  }

  /**
   * Refuses all further insertions, unless the object was inserted again.
   *
   * @return whether it does
   */
  synchronized boolean drop() {
    dropped |= further == null && outside();
    return dropped;
  }

  /** The object was obtained from a collection that is not known. */
  synchronized void acquireAll(ThreadState thread) {
    acquire(thread);
    for (Further f = further; f != null; f = f.next) {
      f.acquire(thread);
    }
  }
}
