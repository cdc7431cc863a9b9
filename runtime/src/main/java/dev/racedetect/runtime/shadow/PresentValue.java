package dev.racedetect.runtime.shadow;

import java.lang.reflect.Array;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * The value of a variable when a race was found, for reports: read without synchronisation, so a
 * write that completes the race may or may not have happened yet. Objects appear by class and
 * identity: the application's {@code toString} is never called.
 */
final class PresentValue {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private PresentValue() {}

  /** Of an array's element; null when there is no such element. */
  static @Nullable String ofElement(Object array, int index) {
    if (index < 0 || index >= Array.getLength(array)) {
      return null;
    }
    Object value = Array.get(array, index);
    return array instanceof Object[] ? named(value) : primitive(value);
  }

  /**
   * Of a field.
   *
   * @param base the object, or the class object for a static field
   * @param offset where the field is
   * @param descriptor its type
   */
  static String ofField(Object base, long offset, String descriptor) {
    return switch (descriptor.charAt(0)) {
      case 'Z' -> String.valueOf(UNSAFE.getBoolean(base, offset));
      case 'B' -> String.valueOf(UNSAFE.getByte(base, offset));
      case 'C' -> primitive(UNSAFE.getChar(base, offset));
      case 'S' -> String.valueOf(UNSAFE.getShort(base, offset));
      case 'I' -> String.valueOf(UNSAFE.getInt(base, offset));
      case 'J' -> String.valueOf(UNSAFE.getLong(base, offset));
      case 'F' -> String.valueOf(UNSAFE.getFloat(base, offset));
      case 'D' -> String.valueOf(UNSAFE.getDouble(base, offset));
      default -> named(UNSAFE.getReference(base, offset));
    };
  }

  private static String named(@Nullable Object value) {
    return value == null ? "null" : RaceReporter.named(value);
  }

  /** A character appears with its code: it may be one that breaks lines. */
  private static String primitive(Object boxed) {
    if (!(boxed instanceof Character character)) {
      return boxed.toString();
    }
    int code = character;
    boolean shown = code > ' ' && code < 127;
    return shown ? "'" + character + "'" : "char " + code;
  }
}
