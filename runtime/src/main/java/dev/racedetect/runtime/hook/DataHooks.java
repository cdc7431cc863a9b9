package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.shadow.CollectionShadows;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import java.lang.reflect.Array;
import jdk.internal.vm.annotation.DontInline;
import org.jspecify.annotations.Nullable;

/**
 * What methods of thread-unsafe JDK classes read and write (catalogue 3). Called by woven JDK
 * methods, also by the JDK's own use of them: an object that the application never published costs
 * one load. Null is ignored, and so is everything inside a muted JDK method.
 */
public final class DataHooks {
  private DataHooks() {}

  /** A read of an object, or of its structure. */
  public static void read(@Nullable Object o) {
    if (Periods.on() && o != null && !CollectionShadows.unknown(o)) {
      ThreadState thread = ThreadState.current();
      if (!CollectionShadows.readBefore(o, thread)) {
        record(o, thread);
      }
    }
  }

  @DontInline
  private static void record(Object o, ThreadState thread) {
    if (thread.mute == 0) {
      try {
        CollectionShadows.read(o, thread);
      } catch (Throwable e) {
        HookFailures.note(thread, e);
      }
    }
  }

  /** A write of an object, or of its structure. */
  public static void write(@Nullable Object o) {
    if (Periods.on() && o != null && !CollectionShadows.unknown(o)) {
      ThreadState thread = ThreadState.current();
      if (thread.mute == 0) {
        try {
          CollectionShadows.write(o, thread);
        } catch (Throwable e) {
          HookFailures.note(thread, e);
        }
      }
    }
  }

  /**
   * {@link #read} for builders of text. These are local as a rule: a method of their own keeps the
   * compiler from expecting here what it saw of maps and lists.
   */
  public static void readText(@Nullable Object o) {
    if (Periods.on() && o != null && !CollectionShadows.unknown(o)) {
      read(o);
    }
  }

  /** {@link #write} for builders of text. */
  public static void writeText(@Nullable Object o) {
    if (Periods.on() && o != null && !CollectionShadows.unknown(o)) {
      write(o);
    }
  }

  /**
   * {@link #write} of an iterator. These are local as a rule, too, and seldom leave the loop that
   * made them.
   */
  public static void advance(@Nullable Object iterator) {
    if (Periods.on() && iterator != null && !CollectionShadows.unknownCursor(iterator)) {
      writeKnown(iterator);
    }
  }

  /** A look at an iterator's cursor. */
  public static void peek(@Nullable Object iterator) {
    if (Periods.on() && iterator != null && !CollectionShadows.unknownCursor(iterator)) {
      readKnown(iterator);
    }
  }

  /** The same, which also reads the structure of the iterator's collection. */
  public static void peek(@Nullable Object iterator, @Nullable Object collection) {
    if (Periods.on() && iterator != null && !CollectionShadows.unknownCursor(iterator)) {
      readKnown(iterator);
      read(collection);
    }
  }

  /** {@link #write} of a buffer's position, limit, mark or byte order. */
  public static void move(@Nullable Object buffer) {
    if (Periods.on() && buffer != null && !CollectionShadows.unknown(buffer)) {
      writeKnown(buffer);
    }
  }

  /** {@link #read} of the same. */
  public static void position(@Nullable Object buffer) {
    if (Periods.on() && buffer != null && !CollectionShadows.unknown(buffer)) {
      readKnown(buffer);
    }
  }

  /** Kept out of the small methods of cursors, so that these stay small where they are inlined. */
  @DontInline
  private static void writeKnown(Object o) {
    write(o);
  }

  /** Likewise. */
  @DontInline
  private static void readKnown(Object o) {
    read(o);
  }

  /** {@link #write} if a condition holds. */
  public static void writeIf(@Nullable Object o, boolean condition) {
    if (condition) {
      write(o);
    }
  }

  /** A read of the value of a map's entry. */
  public static void readValue(@Nullable Object entry) {
    if (Periods.on() && entry != null && !CollectionShadows.unknown(entry)) {
      ThreadState thread = ThreadState.current();
      if (thread.mute == 0) {
        try {
          CollectionShadows.readValue(entry, null, thread);
        } catch (Throwable e) {
          HookFailures.note(thread, e);
        }
      }
    }
  }

  /**
   * The same, where the map is at hand.
   *
   * @param shadow what the last of these in the same method has returned; null for none
   * @return the shadow of the value, null if it has none
   */
  public static @Nullable Object readValue(
      @Nullable Object entry, @Nullable Object map, @Nullable Object shadow) {
    if (Periods.on() && entry != null) {
      if (!CollectionShadows.unknown(entry)) {
        return readWatched(entry, shadow);
      }
      if (map != null && !CollectionShadows.unknown(map)) {
        ThreadState thread = ThreadState.current();
        if (!CollectionShadows.notedBefore(map, thread)) {
          readEarly(map, entry, thread);
        }
      }
    }
    return null;
  }

  private static @Nullable Object readWatched(Object entry, @Nullable Object shadow) {
    ThreadState thread = ThreadState.current();
    if (thread.mute != 0) {
      return null;
    }
    try {
      return CollectionShadows.readValue(entry, shadow, thread);
    } catch (Throwable e) {
      HookFailures.note(thread, e);
      return null;
    }
  }

  @DontInline
  private static void readEarly(Object map, Object entry, ThreadState thread) {
    if (thread.mute == 0) {
      try {
        CollectionShadows.readEarly(map, entry, thread);
      } catch (Throwable e) {
        HookFailures.note(thread, e);
      }
    }
  }

  /** A write of the value of an entry of a map. */
  public static void writeValue(@Nullable Object entry, @Nullable Object map) {
    writeValue(entry, map, null);
  }

  /** The same; the shadow is that of {@link #readValue(Object, Object, Object)}. */
  public static void writeValue(
      @Nullable Object entry, @Nullable Object map, @Nullable Object shadow) {
    if (Periods.on() && map != null && !CollectionShadows.unknown(map) && entry != null) {
      ThreadState thread = ThreadState.current();
      if (thread.mute == 0) {
        try {
          CollectionShadows.writeValue(map, entry, shadow, thread);
        } catch (Throwable e) {
          HookFailures.note(thread, e);
        }
      }
    }
  }

  /** {@code Map.Entry.setValue}: the map is not at hand. */
  public static void setValue(@Nullable Object entry) {
    if (entry != null) {
      ThreadState thread = ThreadState.current();
      if (thread.mute == 0) {
        try {
          CollectionShadows.writeValue(null, entry, null, thread);
        } catch (Throwable e) {
          HookFailures.note(thread, e);
        }
      }
    }
  }

  /** A read of an element of a list. */
  public static void get(@Nullable Object list, int index) {
    if (Periods.on() && list != null && !CollectionShadows.unknown(list)) {
      ThreadState thread = ThreadState.current();
      if (!CollectionShadows.readElementBefore(list, thread)) {
        record(list, index, thread);
      }
    }
  }

  @DontInline
  private static void record(Object list, int index, ThreadState thread) {
    if (thread.mute == 0) {
      try {
        CollectionShadows.readElement(list, index, thread);
      } catch (Throwable e) {
        HookFailures.note(thread, e);
      }
    }
  }

  /** The same in a list that begins somewhere else. */
  public static void get(@Nullable Object list, int index, int offset) {
    get(list, index + offset);
  }

  /** A replacement of an element of a list. */
  public static void set(@Nullable Object list, int index) {
    if (Periods.on() && list != null && !CollectionShadows.unknown(list)) {
      ThreadState thread = ThreadState.current();
      if (thread.mute == 0) {
        try {
          CollectionShadows.writeElement(list, index, thread);
        } catch (Throwable e) {
          HookFailures.note(thread, e);
        }
      }
    }
  }

  /** The same in a list that begins somewhere else. */
  public static void set(@Nullable Object list, int index, int offset) {
    set(list, index + offset);
  }

  /** A read of all elements of a list. */
  public static void getAll(@Nullable Object list, int size) {
    if (Periods.on() && list != null && !CollectionShadows.unknown(list)) {
      ThreadState thread = ThreadState.current();
      if (thread.mute == 0) {
        try {
          CollectionShadows.readElements(list, 0, size, thread);
        } catch (Throwable e) {
          HookFailures.note(thread, e);
        }
      }
    }
  }

  /** A read of the first element of a list. */
  public static void getFirst(@Nullable Object list) {
    get(list, 0);
  }

  /** A read of the last element of a list. */
  public static void getLast(@Nullable Object list, int size) {
    get(list, size - 1);
  }

  /** A read of the elements of a list from an index (inclusive) to another. */
  public static void getRange(@Nullable Object list, int from, int to) {
    if (Periods.on() && list != null && !CollectionShadows.unknown(list)) {
      ThreadState thread = ThreadState.current();
      if (thread.mute == 0) {
        try {
          CollectionShadows.readElements(list, from, to, thread);
        } catch (Throwable e) {
          HookFailures.note(thread, e);
        }
      }
    }
  }

  /** A read of a number of elements of a list. */
  public static void getSpan(@Nullable Object list, int from, int count) {
    getRange(list, from, from + count);
  }

  /**
   * After a search of the elements from an index (inclusive) to another: it has read them up to the
   * one that it found.
   *
   * @param found its index, below 0 if there is none
   */
  public static void found(@Nullable Object list, int from, int to, int found) {
    getRange(list, from, found < 0 ? to : found + 1);
  }

  /** After a search from the end, likewise. */
  public static void foundLast(@Nullable Object list, int from, int to, int found) {
    getRange(list, found < 0 ? from : found, to);
  }

  /** A read of an element of a part of a list. */
  public static void getOfPart(@Nullable Object part, int index) {
    if (part != null) {
      get(ListParts.root(part), index + ListParts.offset(part));
    }
  }

  /** A read of elements of a part of a list. */
  public static void getRangeOfPart(@Nullable Object part, int from, int to) {
    if (part != null) {
      int offset = ListParts.offset(part);
      getRange(ListParts.root(part), from + offset, to + offset);
    }
  }

  /** A read of elements of the list that a part belongs to. */
  public static void getRangeOfRoot(@Nullable Object part, int from, int to) {
    if (part != null) {
      getRange(ListParts.root(part), from, to);
    }
  }

  /**
   * A replacement of the element that an iterator returned last, of a linked list.
   *
   * @param index that of the element that would come next
   * @param next that element's node
   * @param last the node of the one returned; null if there is none
   */
  public static void replace(
      @Nullable Object list, int index, @Nullable Object next, @Nullable Object last) {
    if (last != null) {
      set(list, last == next ? index : index - 1);
    }
  }

  /** A replacement of the elements of a list from an index (inclusive) to another. */
  public static void setAll(@Nullable Object list, int from, int to) {
    if (Periods.on() && list != null && !CollectionShadows.unknown(list)) {
      for (int i = from; i < to; i++) {
        set(list, i);
      }
    }
  }

  /** A read of an array's element through a list, if the application uses the array itself, too. */
  public static void readElement(@Nullable Object array, int index) {
    if (array != null
        && !CollectionShadows.unknown(array)
        && Integer.compareUnsigned(index, Array.getLength(array)) < 0) {
      ThreadState thread = ThreadState.current();
      if (thread.mute == 0) {
        ArrayHooks.beforeRead(array, index, thread, thread.context, 0);
      }
    }
  }

  /** A write of an array's element through a list, likewise. */
  public static void writeElement(@Nullable Object array, int index) {
    if (array != null
        && !CollectionShadows.unknown(array)
        && Integer.compareUnsigned(index, Array.getLength(array)) < 0) {
      ThreadState thread = ThreadState.current();
      if (thread.mute == 0) {
        ArrayHooks.beforeWrite(array, index, thread, thread.context, 0);
      }
    }
  }

  /** A read of elements of an array behind a list or stream, from an index to another. */
  public static void readElements(@Nullable Object array, int from, int to) {
    if (array != null && from < to && !CollectionShadows.unknown(array)) {
      ThreadState thread = ThreadState.current();
      if (thread.mute == 0) {
        ArrayHooks.beforeReadRange(array, from, to, thread, thread.context, 0);
      }
    }
  }

  /** A read of all elements of an array behind a list. */
  public static void readElements(@Nullable Object array) {
    readElements(array, 0, Integer.MAX_VALUE);
  }

  /** After a search for an element, as {@link #found}. */
  public static void searched(@Nullable Object array, int found) {
    readElements(array, 0, found < 0 ? Integer.MAX_VALUE : found + 1);
  }

  /** A write of all elements of an array behind a list. */
  public static void writeElements(@Nullable Object array) {
    if (array != null && !CollectionShadows.unknown(array)) {
      ThreadState thread = ThreadState.current();
      if (thread.mute == 0) {
        ArrayHooks.beforeWriteRange(array, 0, Integer.MAX_VALUE, thread, thread.context, 0);
      }
    }
  }

  /** The same, if there is more than one. */
  public static void sortElements(@Nullable Object array) {
    if (array != null && Array.getLength(array) > 1) {
      writeElements(array);
    }
  }
}
