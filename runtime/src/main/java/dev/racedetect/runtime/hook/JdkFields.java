package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.thread.OffsetLookup;
import jdk.internal.misc.Unsafe;

/** Reads private fields of JDK objects for hooks, without calling anything overridable. */
final class JdkFields {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private JdkFields() {}

  /**
   * Where a field is. Loads the class: to be called when objects of it exist, else the start loads
   * and rewrites classes that no one needs, and never while the class itself is being rewritten.
   *
   * @param type binary name of a class of the boot loader
   * @return the offset, -1 if this JDK has no such field
   */
  static long offset(String type, String field) {
    try {
      return OffsetLookup.of(Class.forName(type, false, null), field);
    } catch (ClassNotFoundException absentInThisJdk) {
      return OffsetLookup.ABSENT;
    }
  }

  static int intAt(Object base, long offset) {
    return offset < 0 ? 0 : UNSAFE.getInt(base, offset);
  }

  static int shortAt(Object base, long offset) {
    return offset < 0 ? 0 : UNSAFE.getShort(base, offset);
  }

  static long volatileLongAt(Object base, long offset) {
    return offset < 0 ? 0 : UNSAFE.getLongVolatile(base, offset);
  }

  static Object referenceAt(Object base, long offset) {
    return offset < 0 ? base : UNSAFE.getReference(base, offset);
  }
}
