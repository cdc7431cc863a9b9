package dev.racedetect.runtime.shadow;

import java.lang.reflect.Method;
import jdk.internal.misc.Unsafe;

/**
 * Where the elements of arrays lie. Asked for by reflection, once, because the return type of
 * {@code arrayBaseOffset} changed from {@code int} to {@code long} between JDK 17 and 25.
 */
public final class ArrayLayout {
  /** Offset of the first element of a {@code long[]}, bytes. */
  public static final long LONG_BASE = base(long[].class);

  /** Offset of the first element of an array of references, bytes. */
  public static final long REFERENCE_BASE = base(Object[].class);

  /** Size of a reference in an array, bytes. */
  public static final long REFERENCE_SCALE = Unsafe.getUnsafe().arrayIndexScale(Object[].class);

  private ArrayLayout() {}

  /** Offset of an element of an array of references, bytes. */
  static long referenceOffset(int index) {
    return REFERENCE_BASE + REFERENCE_SCALE * index;
  }

  /** Offset of the first element of an array of the given class, bytes. */
  public static long base(Class<?> array) {
    try {
      Method method = Unsafe.class.getMethod("arrayBaseOffset", Class.class);
      return ((Number) method.invoke(Unsafe.getUnsafe(), array)).longValue();
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
