package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.shadow.ArrayShadows;
import dev.racedetect.runtime.thread.ThreadState;
import java.lang.reflect.Array;

/** Called before array instructions, and around JDK operations on whole arrays. */
public final class ArrayHooks {
  private ArrayHooks() {}

  /**
   * Before a load of an element. A null array or an index out of bounds is left to the instruction
   * itself, which throws.
   */
  public static void beforeRead(
      Object array, int index, ThreadState thread, long context, int site) {
    if (array != null && Integer.compareUnsigned(index, Array.getLength(array)) < 0) {
      try {
        ArrayShadows.read(array, index, thread, context, site);
      } catch (Throwable e) {
        HookFailures.note(thread, e);
      }
    }
  }

  /** Before a store of an element, as {@link #beforeRead}. */
  public static void beforeWrite(
      Object array, int index, ThreadState thread, long context, int site) {
    if (array != null && Integer.compareUnsigned(index, Array.getLength(array)) < 0) {
      try {
        ArrayShadows.write(array, index, thread, context, site);
      } catch (Throwable e) {
        HookFailures.note(thread, e);
      }
    }
  }

  /**
   * Before a read of elements {@code from} (inclusive) to {@code to} (exclusive). Anything that is
   * not an array is ignored, the range is cut to the array: the operation itself throws.
   */
  public static void beforeReadRange(
      Object array, int from, int to, ThreadState thread, long context, int site) {
    int end = end(array, to);
    try {
      for (int i = Math.max(0, from); i < end; i++) {
        ArrayShadows.read(array, i, thread, context, site);
      }
    } catch (Throwable e) {
      HookFailures.note(thread, e);
    }
  }

  /** Before a write of a range, as {@link #beforeReadRange}. */
  public static void beforeWriteRange(
      Object array, int from, int to, ThreadState thread, long context, int site) {
    int end = end(array, to);
    try {
      for (int i = Math.max(0, from); i < end; i++) {
        ArrayShadows.write(array, i, thread, context, site);
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
