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
      if (thread.mute == 0 && !CollectionShadows.readBefore(o, thread)) {
        try {
          CollectionShadows.read(o, thread);
        } catch (Throwable e) {
          HookFailures.note(thread, e);
        }
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
    if (Periods.on() && iterator != null && !CollectionShadows.unknown(iterator)) {
      writeKnown(iterator);
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
          CollectionShadows.readValue(entry, thread);
        } catch (Throwable e) {
          HookFailures.note(thread, e);
        }
      }
    }
  }

  /** A write of the value of an entry of a map. */
  public static void writeValue(@Nullable Object entry, @Nullable Object map) {
    if (Periods.on() && map != null && !CollectionShadows.unknown(map) && entry != null) {
      ThreadState thread = ThreadState.current();
      if (thread.mute == 0) {
        try {
          CollectionShadows.writeValue(map, entry, thread);
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
          CollectionShadows.writeValue(null, entry, thread);
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
      if (thread.mute == 0 && !CollectionShadows.readElementBefore(list, thread)) {
        try {
          CollectionShadows.read(list, thread);
          CollectionShadows.readElement(list, index, thread);
        } catch (Throwable e) {
          HookFailures.note(thread, e);
        }
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
          CollectionShadows.read(list, thread);
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
          CollectionShadows.read(list, thread);
          for (int i = 0; i < size && CollectionShadows.watchesElements(list, thread); i++) {
            CollectionShadows.readElement(list, i, thread);
          }
        } catch (Throwable e) {
          HookFailures.note(thread, e);
        }
      }
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
}
