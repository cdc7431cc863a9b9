package dev.racedetect.runtime.hook;

import dev.racedetect.runtime.thread.ThreadState;
import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/**
 * Called around JDK methods that read or write a range of an array whose bounds depend on more than
 * the arguments. A range that lies outside the array is ignored: the method throws.
 */
public final class RangeHooks {
  private RangeHooks() {}

  /**
   * Before a read of {@code length} elements; after it where the JDK's method may fail half-way, so
   * that what it has not read does not count.
   */
  public static void beforeRead(
      @Nullable Object array, int from, int length, ThreadState thread, long context, int site) {
    if (array != null && within(array, from, length)) {
      ArrayHooks.beforeReadRange(array, from, from + length, thread, context, site);
    }
  }

  /** The same for the whole array. */
  public static void beforeReadAll(
      @Nullable Object array, ThreadState thread, long context, int site) {
    if (array != null) {
      ArrayHooks.beforeReadRange(array, 0, Integer.MAX_VALUE, thread, context, site);
    }
  }

  /** Before a write of {@code length} elements; also after one that has told how many. */
  public static void beforeWrite(
      @Nullable Object array, int from, int length, ThreadState thread, long context, int site) {
    if (array != null && within(array, from, length)) {
      ArrayHooks.beforeWriteRange(array, from, from + length, thread, context, site);
    }
  }

  /**
   * After a collection has given its elements to an array. How many they are is not known, and in
   * an array with room the first one is written in any case.
   *
   * @param returned the array itself; another one if it was too short
   */
  public static void afterToArray(
      @Nullable Object returned,
      @Nullable Object array,
      ThreadState thread,
      long context,
      int site) {
    if (array != null && returned == array) {
      beforeWrite(array, 0, 1, thread, context, site);
    }
  }

  /**
   * Before a stream of the JDK takes elements of an array. One of the application's is watched
   * itself, and one that takes nothing is none of these.
   */
  public static void beforeOutput(
      @Nullable Object stream,
      @Nullable Object array,
      int from,
      int length,
      ThreadState thread,
      long context,
      int site) {
    if (array != null && isJdk(stream)) {
      beforeRead(array, from, length < 0 ? Array.getLength(array) : length, thread, context, site);
    }
  }

  /** After a stream of the JDK has put a number of elements into an array, likewise. */
  public static void afterInput(
      @Nullable Object stream,
      @Nullable Object array,
      int from,
      int length,
      ThreadState thread,
      long context,
      int site) {
    if (array != null && isJdk(stream)) {
      beforeWrite(array, from, length, thread, context, site);
    }
  }

  /** After a stream of the JDK has filled a whole array or range of it, likewise. */
  public static void afterFill(
      @Nullable Object stream,
      @Nullable Object array,
      int from,
      int length,
      ThreadState thread,
      long context,
      int site) {
    if (array != null && isJdk(stream)) {
      beforeWrite(array, from, length < 0 ? Array.getLength(array) : length, thread, context, site);
    }
  }

  /** Streams without a name are those that discard everything or have nothing. */
  private static boolean isJdk(@Nullable Object stream) {
    return stream != null
        && stream.getClass().getClassLoader() == null
        && !stream.getClass().getName().endsWith("$1");
  }

  /** Before elements {@code from} (inclusive) to {@code to} (exclusive) are put into order. */
  public static void beforeSort(
      @Nullable Object array, int from, int to, ThreadState thread, long context, int site) {
    int end = array != null && to == Integer.MAX_VALUE ? Array.getLength(array) : to;
    if (end - from >= 2) {
      beforeWrite(array, from, end - from, thread, context, site);
    }
  }

  /**
   * After a comparison of two arrays. It may end at the first difference: then only the first
   * elements have surely been read.
   */
  public static void afterEquals(
      boolean equal,
      @Nullable Object a,
      @Nullable Object b,
      ThreadState thread,
      long context,
      int site) {
    if (a == null || b == null || a == b || Array.getLength(a) != Array.getLength(b)) {
      return;
    }
    int read = equal ? Array.getLength(a) : Math.min(1, Array.getLength(a));
    beforeRead(a, 0, read, thread, context, site);
    beforeRead(b, 0, read, thread, context, site);
  }

  /**
   * After {@code MessageDigest.isEqual}, which looks at all bytes of the first array to take the
   * same time for all of a length, and so at those of an equal second.
   */
  public static void afterDigestsCompared(
      boolean equal,
      @Nullable Object a,
      @Nullable Object b,
      ThreadState thread,
      long context,
      int site) {
    if (a == null || b == null || a == b || Array.getLength(b) == 0) {
      return;
    }
    beforeReadAll(a, thread, context, site);
    if (equal) {
      beforeReadAll(b, thread, context, site);
    }
  }

  private static boolean within(Object array, int from, int length) {
    return array.getClass().isArray()
        && from >= 0
        && length > 0
        && from <= Array.getLength(array) - length;
  }
}
