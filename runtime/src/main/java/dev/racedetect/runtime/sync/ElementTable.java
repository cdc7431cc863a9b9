package dev.racedetect.runtime.sync;

import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;

/** The insertion clocks of all objects that were ever handed over through a collection. */
public final class ElementTable {
  private ElementTable() {}

  /** An object is about to be inserted into a collection; neither is null. */
  public static void inserting(ThreadState thread, Object collection, Object element) {
    int id = System.identityHashCode(collection);
    ElementClocks clocks = ObjectSync.findElements(thread, element);
    while (clocks == null || !clocks.inserting(thread, id)) {
      ElementClocks fresh = new ElementClocks(thread, id);
      clocks = ObjectSync.elements(thread, element, fresh);
      if (clocks == fresh) {
        return;
      }
    }
  }

  /** An object was not inserted after all. */
  public static void rejected(ThreadState thread, Object collection, Object element) {
    ElementClocks clocks = ObjectSync.findElements(thread, element);
    if (clocks != null) {
      clocks.removed(System.identityHashCode(collection));
    }
  }

  /** An object was taken out of a collection: an edge from its insertion. */
  public static void takenOut(ThreadState thread, Object collection, Object element) {
    ElementClocks clocks = ObjectSync.findElements(thread, element);
    if (clocks != null) {
      clocks.takenOut(thread, System.identityHashCode(collection));
    }
  }

  /**
   * The same for a collection that says before it lets anybody obtain an element that stays in it
   * ({@link ObjectSync#observe}). While it has not, nobody else can have obtained this one, and
   * what it remembers is dropped: objects of the JDK that pass through queues burden no table. Not
   * so with sampling periods, where it may be in the collection once more without having been seen.
   */
  public static void consumed(ThreadState thread, Object collection, Object element) {
    ElementClocks clocks = ObjectSync.findElements(thread, element);
    if (clocks != null
        && clocks.takenOut(thread, System.identityHashCode(collection))
        && !Periods.SAMPLED
        && !ObjectSync.observed(collection)) {
      ObjectSync.drop(thread, element);
    }
  }

  /** An object was obtained from a collection: an edge from its insertion. */
  public static void acquire(ThreadState thread, Object collection, Object element) {
    ElementClocks clocks = ObjectSync.findElements(thread, element);
    if (clocks != null) {
      clocks.acquire(thread, System.identityHashCode(collection));
    }
  }

  /** An object was obtained from some collection: an edge from each of its insertions. */
  public static void acquire(ThreadState thread, Object element) {
    ElementClocks clocks = ObjectSync.findElements(thread, element);
    if (clocks != null) {
      clocks.acquireAll(thread);
    }
  }
}
