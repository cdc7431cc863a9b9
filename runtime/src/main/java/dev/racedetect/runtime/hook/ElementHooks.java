package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.sync.ElementTable;
import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * Elements of concurrent collections: the insertion of an object is ordered before each access to
 * it and its removal, and before nothing else (catalogue D0). Called by woven JDK methods at any
 * depth; a null collection or element is ignored.
 */
public final class ElementHooks {
  private ElementHooks() {}

  /** Before an element becomes visible in a collection. */
  public static void inserting(@Nullable Object collection, @Nullable Object element) {
    if (collection != null && element != null) {
      ThreadState thread = MuteHooks.alive();
      if (thread != null) {
        ElementTable.inserting(thread, collection, element);
      }
    }
  }

  /** After an insertion that did not take place. */
  public static void rejected(@Nullable Object collection, @Nullable Object element) {
    if (collection != null && element != null && MuteHooks.alive() != null) {
      ElementTable.removed(collection, element);
    }
  }

  /** After an element was taken out of a collection. */
  public static void removed(@Nullable Object collection, @Nullable Object element) {
    if (collection != null && element != null) {
      ThreadState thread = MuteHooks.alive();
      if (thread != null) {
        ElementTable.acquire(thread, collection, element);
        ElementTable.removed(collection, element);
      }
    }
  }

  /** After an element was obtained from a collection and stays in it. */
  public static void visited(@Nullable Object collection, @Nullable Object element) {
    if (collection != null && element != null) {
      ThreadState thread = MuteHooks.alive();
      if (thread != null) {
        ElementTable.acquire(thread, collection, element);
      }
    }
  }

  /** Before an element of a collection that is not at hand meets the application. */
  public static void seen(@Nullable Object element) {
    if (element != null) {
      ThreadState thread = MuteHooks.alive();
      if (thread != null) {
        ElementTable.acquire(thread, element);
      }
    }
  }

  /** Before two elements are compared with each other. */
  public static void compared(@Nullable Object one, @Nullable Object other) {
    seen(one);
    seen(other);
  }

  /** After the elements of a collection were copied into an array. */
  public static void seenAll(@Nullable Object array) {
    if (array instanceof Object[] elements) {
      for (Object element : elements) {
        seen(element);
      }
    }
  }
}
