package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.thread.OffsetLookup;
import jdk.internal.misc.Unsafe;

/**
 * The freeze stamps that objects carry, one for each class that declares final fields of reference
 * type, where no instruction shows which class that is.
 */
public final class FreezeStamps {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private FreezeStamps() {}

  /** The stamp for the final fields that a class declares; 0 for none. */
  public static long of(Object object, Class<?> declaring) {
    long offset = FieldOffsets.of(declaring).stamp();
    return offset == OffsetLookup.ABSENT ? 0 : UNSAFE.getLong(object, offset);
  }

  /**
   * Stamps an object anew, of which final fields were set by other means than a constructor (JLS
   * 17.5.3).
   *
   * @param declaring the class that declares the fields; a stamp that it lacks is left out
   * @param stamp epoch of the thread that has set them
   */
  public static void renew(Object object, Class<?> declaring, long stamp) {
    long offset = FieldOffsets.of(declaring).stamp();
    if (offset != OffsetLookup.ABSENT) {
      UNSAFE.putLong(object, offset, stamp);
    }
  }
}
