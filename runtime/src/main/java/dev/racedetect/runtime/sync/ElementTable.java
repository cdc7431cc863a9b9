package dev.racedetect.runtime.sync;

import dev.racedetect.runtime.thread.ThreadState;

/** The insertion clocks of all objects that were ever handed over through a collection. */
public final class ElementTable {
  private static final class Elements extends WeakIdentityMap<ElementClocks> {
    @Override
    protected ElementClocks create(Object key) {
      return new ElementClocks();
    }
  }

  private static final Elements ELEMENTS = new Elements();

  private ElementTable() {}

  /** An object is about to be inserted into a collection; neither is null. */
  public static void inserting(ThreadState thread, Object collection, Object element) {
    ELEMENTS.of(element).inserting(thread, System.identityHashCode(collection));
  }

  /** An object was removed from a collection, or was not inserted after all. */
  public static void removed(Object collection, Object element) {
    ElementClocks clocks = ELEMENTS.find(element);
    if (clocks != null) {
      clocks.removed(System.identityHashCode(collection));
    }
  }

  /** An object was obtained from a collection: an edge from its insertion. */
  public static void acquire(ThreadState thread, Object collection, Object element) {
    ElementClocks clocks = ELEMENTS.find(element);
    if (clocks != null) {
      clocks.acquire(thread, System.identityHashCode(collection));
    }
  }

  /** An object was obtained from some collection: an edge from each of its insertions. */
  public static void acquire(ThreadState thread, Object element) {
    ElementClocks clocks = ELEMENTS.find(element);
    if (clocks != null) {
      clocks.acquire(thread);
    }
  }
}
