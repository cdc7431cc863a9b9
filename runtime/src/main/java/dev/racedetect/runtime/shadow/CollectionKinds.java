package dev.racedetect.runtime.shadow;

import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/** Which classes of the JDK are data: those of the table, and the application's subclasses. */
final class CollectionKinds {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** Sets that are nothing but a map inside, and where they keep it. */
  private static final String[] SETS = {"java.util.HashSet", "map", "java.util.TreeSet", "m"};

  /** Shares a superclass with a class that is data. */
  private static final String THREAD_SAFE = "java.lang.StringBuffer";

  /** Binary names. Written once, at the start. */
  private static volatile String[] names = new String[0];

  /** What was found out about classes of the boot loader; replaced under the class lock. */
  private static volatile Kind[] known = new Kind[0];

  private static final Kind NONE = new Kind(Object.class, false, -1);

  private CollectionKinds() {}

  /** What is known of a class. */
  static final class Kind {
    final Class<?> type;

    /** Whether its objects are data. */
    final boolean data;

    /** Where a set has its inner map; -1 for anything else. */
    private final long inner;

    Kind(Class<?> type, boolean data, long inner) {
      this.type = type;
      this.data = data;
      this.inner = inner;
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
    Kind kind = new Kind(c, data, inner);
    Kind[] wider = new Kind[known.length + 1];
    System.arraycopy(known, 0, wider, 0, known.length);
    wider[known.length] = kind;
    known = wider;
    return kind;
  }
}
