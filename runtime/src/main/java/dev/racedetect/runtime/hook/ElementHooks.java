package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.sync.ElementTable;
import dev.racedetect.runtime.thread.ThreadState;
import java.util.AbstractMap;
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
    if (collection != null && element != null) {
      ThreadState thread = MuteHooks.alive();
      if (thread != null) {
        ElementTable.rejected(thread, collection, element);
      }
    }
  }

  /** After an element was taken out of a collection. */
  public static void removed(@Nullable Object collection, @Nullable Object element) {
    if (collection != null && element != null) {
      ThreadState thread = MuteHooks.alive();
      if (thread != null) {
        ElementTable.takenOut(thread, collection, element);
      }
    }
  }

  /**
   * The same for a collection whose class says {@link QueueHooks#observed} wherever an element can
   * be obtained and stays in it.
   */
  public static void consumed(@Nullable Object collection, @Nullable Object element) {
    if (collection != null && element != null) {
      ThreadState thread = MuteHooks.alive();
      if (thread != null) {
        ElementTable.consumed(thread, collection, element);
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

  /** Before a snapshot of an entry meets the application. */
  public static void seenEntry(@Nullable Object entry) {
    if (entry instanceof AbstractMap.SimpleImmutableEntry<?, ?> pair
        && pair.getClass() == AbstractMap.SimpleImmutableEntry.class) {
      seen(pair.getKey());
      seen(pair.getValue());
    }
  }

  /** Before two elements are compared, if that may run application code. */
  public static void compared(@Nullable Object one, @Nullable Object other) {
    if (ofApplication(one)) {
      seen(one);
    }
    if (ofApplication(other)) {
      seen(other);
    }
  }

  /** Before a key or value that may hold data of the application becomes visible in a map. */
  public static void insertingOwn(@Nullable Object map, @Nullable Object key) {
    if (key != null && mayHoldData(key.getClass())) {
      inserting(map, key);
    }
  }

  /** Anything but the JDK's immutable values, such as strings and numbers. */
  private static boolean mayHoldData(Class<?> type) {
    if (type.getClassLoader() != null || type.isArray()) {
      return true;
    }
    String name = type.getName();
    return !name.startsWith("java.lang.")
        && !name.startsWith("java.math.")
        && !name.startsWith("java.time.");
  }

  /** Whether an object is of a class of the application: a comparison may read its fields. */
  static boolean ofApplication(@Nullable Object element) {
    return element != null && element.getClass().getClassLoader() != null;
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
