package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.shadow.ArrayShadow;
import dev.racedetect.runtime.shadow.ArrayShadows;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import java.lang.reflect.Array;
import jdk.internal.vm.annotation.DontInline;
import jdk.internal.vm.annotation.ForceInline;
import org.jspecify.annotations.Nullable;

/** Called before array instructions, and around JDK operations on whole arrays. */
public final class ArrayHooks {
  private ArrayHooks() {}

  /**
   * Before a load of an element, in emitted code. A null array or an index out of bounds is left to
   * the instruction itself, which throws.
   *
   * @param cached what this method returned for the last array at this place of the code, or for
   *     another array; {@link ArrayShadow#NONE} at first
   * @return the array's shadow, to be passed in again
   */
  @ForceInline
  public static ArrayShadow beforeLoad(
      @Nullable Object array,
      int index,
      ArrayShadow cached,
      ThreadState thread,
      long context,
      int site) {
    if (Periods.paused(thread)) {
      return cached;
    }
    ArrayShadow shadow =
        array != null && cached.refersTo(array) ? cached : ArrayShadows.of(array, thread);
    if (shadow.unread(index, thread)) {
      beforeRead(shadow, index, thread, context, site);
    }
    return shadow;
  }

  /** Before a store of an element, as {@link #beforeLoad}. */
  @ForceInline
  public static ArrayShadow beforeStore(
      @Nullable Object array,
      int index,
      ArrayShadow cached,
      ThreadState thread,
      long context,
      int site) {
    if (Periods.paused(thread)) {
      return cached;
    }
    ArrayShadow shadow =
        array != null && cached.refersTo(array) ? cached : ArrayShadows.of(array, thread);
    if (shadow.unwritten(index, thread.epoch)) {
      beforeWrite(shadow, index, thread, context, site);
    }
    return shadow;
  }

  @DontInline
  private static void beforeRead(
      ArrayShadow shadow, int index, ThreadState thread, long context, int site) {
    try {
      ArrayShadows.read(shadow, index, thread, context, site);
    } catch (Throwable e) {
      HookFailures.note(thread, e);
    }
  }

  @DontInline
  private static void beforeWrite(
      ArrayShadow shadow, int index, ThreadState thread, long context, int site) {
    try {
      ArrayShadows.write(shadow, index, thread, context, site);
    } catch (Throwable e) {
      HookFailures.note(thread, e);
    }
  }

  /**
   * After a loop that has read elements of an array at a distance from its counter.
   *
   * @param end the counter after the loop
   * @param start the counter before the loop
   * @param offset distance of the elements from the counter, the least if there are several
   * @param span by how much the greatest distance is greater; the elements in between, in steps,
   *     were read too
   * @param step by which it was advanced, above 0
   */
  @DontInline
  public static void afterLoads(
      @Nullable Object array,
      int end,
      int start,
      int offset,
      int span,
      int step,
      ThreadState thread,
      long context,
      int site) {
    if (array != null && array != SEVERAL && start < end && !Periods.paused(thread)) {
      try {
        ArrayShadows.reads(
            array, (long) start + offset, (long) end + offset + span, step, thread, context, site);
      } catch (Throwable e) {
        HookFailures.note(thread, e);
      }
    }
  }

  /** After a loop that has written elements, as {@link #afterLoads}. */
  @DontInline
  public static void afterStores(
      @Nullable Object array,
      int end,
      int start,
      int offset,
      int span,
      int step,
      ThreadState thread,
      long context,
      int site) {
    if (array != null && array != SEVERAL && start < end && !Periods.paused(thread)) {
      try {
        ArrayShadows.writes(
            array, (long) start + offset, (long) end + offset + span, step, thread, context, site);
      } catch (Throwable e) {
        HookFailures.note(thread, e);
      }
    }
  }

  /** Stands for a row of an array that was not the same in all rounds of a loop. */
  private static final Object SEVERAL = new Object();

  /**
   * Remembers the row of an array that a round of a loop works on.
   *
   * @param before what this method returned in the round before; null in the first
   * @return the row, if it is the same in all rounds
   */
  @ForceInline
  public static @Nullable Object row(@Nullable Object now, @Nullable Object before) {
    return before == now ? now : before == null ? now : SEVERAL;
  }

  /**
   * After a loop that has read the same element in each round. An array of null, or one that was
   * several, is ignored.
   *
   * @param end the counter after the loop
   * @param start the counter before the loop
   */
  @DontInline
  public static void afterLoad(
      @Nullable Object array,
      int index,
      int end,
      int start,
      ThreadState thread,
      long context,
      int site) {
    if (array != null && array != SEVERAL && start < end) {
      beforeLoad(array, index, ArrayShadow.NONE, thread, context, site);
    }
  }

  /** After a loop that has written the same element in each round, as {@link #afterLoad}. */
  @DontInline
  public static void afterStore(
      @Nullable Object array,
      int index,
      int end,
      int start,
      ThreadState thread,
      long context,
      int site) {
    if (array != null && array != SEVERAL && start < end) {
      beforeStore(array, index, ArrayShadow.NONE, thread, context, site);
    }
  }

  /** Before a read of an element, not by an instruction; as {@link #beforeLoad}. */
  public static void beforeRead(
      @Nullable Object array, int index, ThreadState thread, long context, int site) {
    beforeLoad(array, index, ArrayShadow.NONE, thread, context, site);
  }

  /** Before a write of an element, as {@link #beforeRead}. */
  public static void beforeWrite(
      @Nullable Object array, int index, ThreadState thread, long context, int site) {
    beforeStore(array, index, ArrayShadow.NONE, thread, context, site);
  }

  /**
   * Before a read of elements {@code from} (inclusive) to {@code to} (exclusive). Anything that is
   * not an array is ignored, the range is cut to the array: the operation itself throws.
   */
  public static void beforeReadRange(
      Object array, int from, int to, ThreadState thread, long context, int site) {
    if (Periods.paused(thread)) {
      return;
    }
    int end = end(array, to);
    try {
      if (from < end) {
        ArrayShadows.reads(array, Math.max(0, from), end, 1, thread, context, site);
      }
    } catch (Throwable e) {
      HookFailures.note(thread, e);
    }
  }

  /** Before a write of a range, as {@link #beforeReadRange}. */
  public static void beforeWriteRange(
      Object array, int from, int to, ThreadState thread, long context, int site) {
    if (Periods.paused(thread)) {
      return;
    }
    int end = end(array, to);
    try {
      if (from < end) {
        ArrayShadows.writes(array, Math.max(0, from), end, 1, thread, context, site);
      }
    } catch (Throwable e) {
      HookFailures.note(thread, e);
    }
  }

  private static int end(Object array, int to) {
    return array == null || !array.getClass().isArray() ? 0 : Math.min(to, Array.getLength(array));
  }

  /** Before {@code array.clone()}. */
  public static void beforeClone(Object array, ThreadState thread, long context, int site) {
    beforeReadRange(array, 0, Integer.MAX_VALUE, thread, context, site);
  }

  /** Before {@link System#arraycopy}; the arguments in its order. */
  public static void beforeCopy(
      Object from,
      int fromIndex,
      Object to,
      int toIndex,
      int length,
      ThreadState thread,
      long context,
      int site) {
    if (from == null || to == null || length <= 0 || fromIndex < 0 || toIndex < 0) {
      return;
    }
    if (fromIndex > end(from, Integer.MAX_VALUE) - length
        || toIndex > end(to, Integer.MAX_VALUE) - length) {
      return;
    }
    beforeReadRange(from, fromIndex, fromIndex + length, thread, context, site);
    beforeWriteRange(to, toIndex, toIndex + length, thread, context, site);
  }
}
