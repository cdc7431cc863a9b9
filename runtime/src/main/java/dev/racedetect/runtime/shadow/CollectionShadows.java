package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.context.ContextDepot;
import dev.racedetect.runtime.options.ClassPatterns;
import dev.racedetect.runtime.thread.KnownObject;
import dev.racedetect.runtime.thread.ThreadState;
import java.nio.Buffer;
import jdk.internal.vm.annotation.ForceInline;
import org.jspecify.annotations.Nullable;

/**
 * JDK objects that are data, not synchronisation: {@code HashMap}, {@code ArrayList}, {@code
 * StringBuilder} and the like (catalogue 3). Their methods report what they read and write.
 *
 * <p>Only objects that the application has published or received count: stored in a field, captured
 * by a lambda, handed to a container or taken out of one. Before that an object is not known here;
 * what its creator did to it is then no part of its history. A race with these first accesses is
 * missed here; the publication itself is a race on the field that it went through. The JDK's own
 * objects are never known, and cost one load each time.
 */
public final class CollectionShadows {
  /** Kinds of accesses, mixed into the calling context: they have traces of their own. */
  private static final long READ = 1;

  private static final long WRITE = 2;
  private static final long VALUE_READ = 3;
  private static final long VALUE_WRITE = 4;

  /**
   * Whether an iterator or spliterator ever counted. Set before it counts and never cleared; read
   * plainly: who has one that counts, but got it through a race, may miss what it does with it.
   */
  private static boolean cursors;

  private CollectionShadows() {}

  /**
   * Says which classes are data, by their binary names, and whose uses of them count. Until then
   * none is.
   *
   * @param include the application's classes that are checked; empty for all
   * @param exclude those that are not
   */
  public static void track(String[] names, ClassPatterns include, ClassPatterns exclude) {
    CollectionKinds.setNames(names);
    CollectionRaces.setChecked(include, exclude);
  }

  /** Whether an object is surely none that counts. One load. */
  public static boolean unknown(Object o) {
    return ObjectHeader.withoutHash(o);
  }

  /** The same of an iterator or spliterator: as a rule no program shares any. */
  public static boolean unknownCursor(Object o) {
    return !cursors || ObjectHeader.withoutHash(o);
  }

  /**
   * An object that becomes reachable for others, or came from somewhere else; for a view, what it
   * is a view of. A buffer of no capacity has but one position, and is shared as a constant.
   */
  public static void publish(Object o, ThreadState thread) {
    if (!ObjectHeader.withoutHash(o)) {
      CollectionShadow known = CollectionTable.find(o);
      if (known != null && known.complete) {
        return;
      }
    }
    CollectionKinds.Kind kind = CollectionKinds.of(o);
    Object viewed = kind.viewedBy(o);
    if (viewed != null && viewed != o) {
      publish(viewed, thread);
      return;
    }
    if (kind.cursor) {
      cursors = true;
    }
    if (kind.data && !(o instanceof Buffer buffer && buffer.capacity() == 0)) {
      CollectionShadow shadow = CollectionTable.putIfAbsent(o, new CollectionShadow(o));
      Object inner = kind.innerOf(o);
      if (inner != null && CollectionTable.find(inner) == null) {
        CollectionTable.putIfAbsent(inner, new CollectionShadow(inner, shadow, true));
      }
      shadow.complete = true;
    }
  }

  /**
   * Whether the thread's read of the structure is recorded already, in its present epoch. Also
   * while it is muted or in an optimistic section: what is recorded need not be recorded again.
   */
  @ForceInline
  public static boolean readBefore(Object o, ThreadState thread) {
    KnownObject last = thread.lastRead;
    return last != null && thread.lastReadEpoch == thread.epoch && last.refersTo(o)
        || otherReadBefore(o, thread);
  }

  private static boolean otherReadBefore(Object o, ThreadState thread) {
    KnownObject other = thread.otherRead;
    return other != null && thread.otherReadEpoch == thread.epoch && other.refersTo(o);
  }

  /** Whether, besides, an early read of a value was noted there. */
  @ForceInline
  public static boolean notedBefore(Object map, ThreadState thread) {
    KnownObject last = thread.lastRead;
    return last != null
            && thread.lastReadEpoch == thread.epoch
            && thread.lastReadNoted
            && last.refersTo(map)
        || thread.otherReadNoted && otherReadBefore(map, thread);
  }

  /**
   * The same as {@link #readBefore} for an element of a list: besides the read of the structure, an
   * early one of an element was noted.
   */
  @ForceInline
  public static boolean readElementBefore(Object list, ThreadState thread) {
    KnownObject last = thread.lastRead;
    return last != null
            && thread.lastReadEpoch == thread.epoch
            && thread.lastReadNoted
            && last.refersTo(list)
            && !last.inParts
        || otherElementReadBefore(list, thread);
  }

  private static boolean otherElementReadBefore(Object list, ThreadState thread) {
    KnownObject other = thread.otherRead;
    return other != null
        && thread.otherReadEpoch == thread.epoch
        && thread.otherReadNoted
        && other.refersTo(list)
        && !other.inParts;
  }

  /** A read of the structure. */
  public static void read(Object o, ThreadState thread) {
    CollectionShadow shadow = CollectionTable.find(o);
    if (shadow != null) {
      read(shadow, o, thread);
    }
  }

  private static void read(CollectionShadow shadow, Object o, ThreadState thread) {
    if (thread.optimistic != null) {
      AccessRule.read(shadow.variable(o), thread, context(thread, READ), 0);
      return;
    }
    long epoch = thread.epoch;
    if (!shadow.accessedIn(epoch)) {
      CollectionCache cache = CollectionCache.of(thread);
      if (!cache.readIn(shadow, epoch)) {
        AccessRule.read(shadow.variable(o), thread, context(thread, READ), 0);
        cache.setRead(shadow, epoch);
      }
    }
    remember(shadow, thread, epoch);
  }

  /** The read of the structure is recorded in the present epoch. */
  private static void remember(CollectionShadow shadow, ThreadState thread, long epoch) {
    boolean last = thread.lastRead == shadow;
    boolean other = thread.otherRead == shadow;
    if (!last && !other && CollectionCache.of(thread).again(shadow)) {
      other = thread.otherIsOlder;
      last = !other;
      thread.otherIsOlder = last;
    }
    if (last) {
      thread.lastRead = shadow;
      thread.lastReadEpoch = epoch;
      thread.lastReadNoted = false;
    } else if (other) {
      thread.otherRead = shadow;
      thread.otherReadEpoch = epoch;
      thread.otherReadNoted = false;
    }
  }

  /** A write of the structure. */
  public static void write(Object o, ThreadState thread) {
    CollectionShadow shadow = CollectionTable.find(o);
    if (shadow != null && !shadow.writtenIn(thread.epoch)) {
      AccessRule.write(shadow.variable(o), thread, context(thread, WRITE), 0);
    }
  }

  /**
   * A read of the value of an entry of some map.
   *
   * @param known may be the entry's shadow
   * @return the entry's shadow; null if it has none
   */
  public static @Nullable Object readValue(
      Object entry, @Nullable Object known, ThreadState thread) {
    CollectionShadow shadow = shadow(entry, known);
    if (shadow != null && (thread.optimistic != null || !shadow.accessedIn(thread.epoch))) {
      AccessRule.read(shadow.variable(entry), thread, context(thread, VALUE_READ), 0);
    }
    return shadow;
  }

  private static @Nullable CollectionShadow shadow(Object entry, @Nullable Object known) {
    return known instanceof CollectionShadow shadow && shadow.refersTo(entry)
        ? shadow
        : CollectionTable.find(entry);
  }

  /**
   * A write of the value of an entry. From the first on, the entry's value is watched; of earlier
   * reads some are known, see {@link EarlyReads}.
   *
   * @param map the map; null if it is not at hand
   * @param known may be the entry's shadow
   */
  public static void writeValue(
      @Nullable Object map, Object entry, @Nullable Object known, ThreadState thread) {
    CollectionShadow shadow = shadow(entry, known);
    if (shadow == null) {
      CollectionShadow owner = map == null ? null : CollectionTable.find(map);
      if (map != null && (owner == null || owner.inner)) {
        return;
      }
      shadow =
          CollectionTable.putIfAbsent(
              entry,
              owner == null
                  ? new CollectionShadow(entry)
                  : new CollectionShadow(entry, owner, false));
      shadow.takeEarlyReads(entry, thread);
    } else if (shadow.writtenIn(thread.epoch)) {
      return;
    }
    AccessRule.write(shadow.variable(entry), thread, context(thread, VALUE_WRITE), 0);
  }

  /** A read of elements of a list, from an index (inclusive) to another, if they are watched. */
  public static void readElements(Object list, int from, int to, ThreadState thread) {
    CollectionShadow shadow = CollectionTable.find(list);
    if (shadow != null) {
      read(shadow, list, thread);
      ListElements elements = shadow.elements();
      if (elements != null) {
        for (int i = from; i < to; i++) {
          readElement(shadow, elements, list, i, thread);
        }
      }
    }
  }

  /** A read of the structure of a list and of an element. */
  public static void readElement(Object list, int index, ThreadState thread) {
    CollectionShadow shadow = CollectionTable.find(list);
    if (shadow == null) {
      return;
    }
    boolean noted =
        !shadow.inParts
            && thread.optimistic == null
            && CollectionCache.of(thread).notedIn(shadow, thread.epoch);
    if (noted) {
      remember(shadow, thread, thread.epoch);
      rememberNote(shadow, thread);
      return;
    }
    read(shadow, list, thread);
    ListElements elements = shadow.elements();
    if (elements != null) {
      readElement(shadow, elements, list, index, thread);
    } else {
      noteEarly(shadow, null, index, thread);
      rememberNote(shadow, thread);
    }
  }

  private static void readElement(
      CollectionShadow shadow, ListElements elements, Object list, int index, ThreadState thread) {
    if (thread.optimistic == null && elements.accessedIn(index, thread.epoch)) {
      return;
    }
    WordVariable variable = elements.variable(list, shadow, index);
    if (variable != null) {
      AccessRule.read(variable, thread, context(thread, VALUE_READ), 0);
    }
  }

  /** A read of the value of an entry that was not replaced so far. */
  public static void readEarly(Object map, Object entry, ThreadState thread) {
    CollectionShadow shadow = CollectionTable.find(map);
    if (shadow != null && !shadow.inner) {
      noteEarly(shadow, entry, -1, thread);
      rememberNote(shadow, thread);
    }
  }

  /** An early read is noted in the present epoch; in an optimistic section none is. */
  private static void rememberNote(CollectionShadow shadow, ThreadState thread) {
    if (thread.optimistic != null) {
      return;
    }
    if (thread.lastRead == shadow && thread.lastReadEpoch == thread.epoch) {
      thread.lastReadNoted = true;
    } else if (thread.otherRead == shadow && thread.otherReadEpoch == thread.epoch) {
      thread.otherReadNoted = true;
    }
  }

  private static void noteEarly(
      CollectionShadow shadow, @Nullable Object entry, int index, ThreadState thread) {
    if (thread.optimistic == null && !CollectionCache.of(thread).noteIn(shadow, thread.epoch)) {
      long word = thread.epoch | ContextDepot.index(thread, context(thread, VALUE_READ), 0);
      thread.dirty = true;
      shadow.noteEarly(entry, index, word);
    }
  }

  /**
   * A read of the structure of a list and a replacement of an element. From the first on, the
   * list's elements are watched; of earlier reads some are known, see {@link EarlyReads}.
   */
  public static void writeElement(Object list, int index, ThreadState thread) {
    CollectionShadow shadow = CollectionTable.find(list);
    if (shadow == null) {
      return;
    }
    read(shadow, list, thread);
    ListElements elements = shadow.elementsForWrite(thread);
    if (!elements.writtenIn(index, thread.epoch)) {
      WordVariable variable = elements.variable(list, shadow, index);
      if (variable != null) {
        AccessRule.write(variable, thread, context(thread, VALUE_WRITE), 0);
      }
    }
  }

  /** The caller's context leads to the call in the application; all such calls have site 0. */
  private static long context(ThreadState thread, long kind) {
    return thread.context * 31 + kind;
  }
}
