package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.thread.OffsetLookup;
import java.util.Iterator;
import java.util.Scanner;
import java.util.Spliterator;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/** Which classes of the JDK are data: those of the table, and the application's subclasses. */
final class CollectionKinds {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** Sets that are nothing but a map inside, and where they keep it. */
  private static final String[] SETS = {"java.util.HashSet", "map", "java.util.TreeSet", "m"};

  /**
   * Views of one collection, and nodes of one document: that one counts in their place. With the
   * field that leads there; a document leads to itself.
   */
  private static final String[] VIEWS = {
    "java.util.ArrayList$SubList", "root",
    "java.util.AbstractList$SubList", "root",
    "java.util.HashMap$KeySet", "this$0",
    "java.util.HashMap$Values", "this$0",
    "java.util.HashMap$EntrySet", "this$0",
    "java.util.LinkedHashMap$LinkedKeySet", "this$0",
    "java.util.LinkedHashMap$LinkedValues", "this$0",
    "java.util.LinkedHashMap$LinkedEntrySet", "this$0",
    "java.util.TreeMap$KeySet", "m",
    "java.util.TreeMap$Values", "this$0",
    "java.util.TreeMap$EntrySet", "this$0",
    "java.util.TreeMap$NavigableSubMap", "m",
    "java.util.IdentityHashMap$KeySet", "this$0",
    "java.util.IdentityHashMap$Values", "this$0",
    "java.util.IdentityHashMap$EntrySet", "this$0",
    "java.util.Collections$UnmodifiableCollection", "c",
    "java.util.Collections$UnmodifiableMap", "m",
    "java.util.Collections$SynchronizedCollection", "c",
    "java.util.Collections$SynchronizedMap", "m",
    "java.util.Collections$CheckedCollection", "c",
    "java.util.Collections$CheckedMap", "m",
    "java.util.Collections$SetFromMap", "m",
    "java.util.Collections$AsLIFOQueue", "q",
    "com.sun.org.apache.xerces.internal.dom.ParentNode", "ownerDocument",
    "com.sun.org.apache.xerces.internal.dom.NodeImpl", "ownerNode",
  };

  /** Shares a superclass with a class that is data. */
  private static final String THREAD_SAFE = "java.lang.StringBuffer";

  /** Binary names. Written once, at the start. */
  private static volatile String[] names = new String[0];

  /** What was found out about classes of the boot loader; replaced under the class lock. */
  private static volatile Kind[] known = new Kind[0];

  /** What was asked for lately, by the identity of the class. Written and read racily. */
  private static final @Nullable Kind[] RECENT = new Kind[64];

  private static final Kind NONE = new Kind(Object.class, false, -1, -1);

  private CollectionKinds() {}

  /** What is known of a class. */
  static final class Kind {
    final Class<?> type;

    /** Whether its objects are data. */
    final boolean data;

    /** Whether its objects are iterators or spliterators. */
    final boolean cursor;

    /** Where a set has its inner map; -1 for anything else. */
    private final long inner;

    /** Where a view has its collection; -1 for anything else. */
    private final long viewed;

    Kind(Class<?> type, boolean data, long inner, long viewed) {
      this.type = type;
      this.data = data;
      this.cursor =
          data
              && type != Scanner.class
              && (Iterator.class.isAssignableFrom(type)
                  || Spliterator.class.isAssignableFrom(type));
      this.inner = inner;
      this.viewed = viewed;
    }

    /** The collection that the object is a view of, or the object itself; null if it is none. */
    @Nullable Object viewedBy(Object o) {
      return viewed < 0 ? null : UNSAFE.getReference(o, viewed);
    }

    @Nullable Object innerOf(Object o) {
      return inner < 0 ? null : UNSAFE.getReference(o, inner);
    }
  }

  static void setNames(String[] tracked) {
    names = tracked;
  }

  static Kind of(Object o) {
    if (names.length == 0) {
      return NONE;
    }
    Class<?> c = o.getClass();
    while (c.getClassLoader() != null) {
      c = c.getSuperclass();
    }
    int at = System.identityHashCode(c) & RECENT.length - 1;
    Kind recent = RECENT[at];
    if (recent != null && recent.type == c) {
      return recent;
    }
    Kind kind = find(c);
    RECENT[at] = kind;
    return kind;
  }

  private static Kind find(Class<?> c) {
    Kind[] kinds = known;
    for (Kind kind : kinds) {
      if (kind.type == c) {
        return kind;
      }
    }
    return classify(c);
  }

  private static synchronized Kind classify(Class<?> c) {
    boolean data = false;
    long inner = -1;
    for (Class<?> s = c; s != null && !data; s = s.getSuperclass()) {
      String name = s.getName();
      if (name.equals(THREAD_SAFE)) {
        break;
      }
      for (String tracked : names) {
        data |= tracked.equals(name);
      }
      for (int i = 0; i < SETS.length; i += 2) {
        if (SETS[i].equals(name)) {
          data = true;
          inner = UNSAFE.objectFieldOffset(s, SETS[i + 1]);
        }
      }
    }
    Kind kind = new Kind(c, data, inner, viewed(c));
    Kind[] wider = new Kind[known.length + 1];
    System.arraycopy(known, 0, wider, 0, known.length);
    wider[known.length] = kind;
    known = wider;
    return kind;
  }

  private static long viewed(Class<?> c) {
    for (Class<?> s = c; s != null; s = s.getSuperclass()) {
      String name = s.getName();
      for (int i = 0; i < VIEWS.length; i += 2) {
        if (VIEWS[i].equals(name)) {
          return OffsetLookup.of(s, VIEWS[i + 1]);
        }
      }
    }
    return -1;
  }
}
