package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.shadow.Place;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/** Finds the variable that an access through {@code Unsafe} designates, for {@link PlaceHooks}. */
public final class UnsafeHooks {
  private UnsafeHooks() {}

  /**
   * The variable of an access.
   *
   * @param base an object, an array or the base of a static field; null for an address
   * @param size how many bytes are accessed, 0 for a reference
   */
  public static Place place(@Nullable Object base, long offset, int size) {
    return Place.of(base, offset, size);
  }

  /** After {@code copyMemory}: plain accesses to two ranges, if they are in arrays. */
  public static void afterCopy(
      @Nullable Object from,
      long fromOffset,
      @Nullable Object to,
      long toOffset,
      long bytes,
      ThreadState thread,
      long context,
      int site) {
    if (bytes > 0 && bytes <= Integer.MAX_VALUE && site != 0 && !Periods.paused(thread)) {
      if (from != null) {
        Place.of(from, fromOffset, (int) bytes).read(thread, context, site);
      }
      if (to != null) {
        Place.of(to, toOffset, (int) bytes).write(thread, context, site);
      }
    }
  }

  /** After {@code setMemory}: plain writes to a range, if it is in an array. */
  public static void afterFill(
      @Nullable Object base, long offset, long bytes, ThreadState thread, long context, int site) {
    if (base != null
        && bytes > 0
        && bytes <= Integer.MAX_VALUE
        && site != 0
        && !Periods.paused(thread)) {
      Place.of(base, offset, (int) bytes).write(thread, context, site);
    }
  }
}
