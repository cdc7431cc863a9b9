package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.thread.ThreadState;
import jdk.internal.vm.annotation.DontInline;
import org.jspecify.annotations.Nullable;

/** The shadows of arrays, and the rule applied to their elements. */
public final class ArrayShadows {
  private ArrayShadows() {}

  /** The shadow of an array; {@link ArrayShadow#NONE} for null. */
  @DontInline
  public static ArrayShadow of(@Nullable Object array, ThreadState thread) {
    return array == null ? ArrayShadow.NONE : ThreadArrays.of(thread).shadow(array);
  }

  /**
   * Forgets the history of all arrays, between two sampling periods: nothing that is in it can race
   * with what is to come.
   */
  public static void forget() {
    ArrayTable.clear();
  }

  /**
   * A read of an element; the index is in bounds.
   *
   * @return whether it races with an earlier write
   */
  public static boolean read(Object array, int index, ThreadState thread, long context, int site) {
    return !thread.unheard() && ElementRule.read(of(array, thread), index, thread, context, site);
  }

  /**
   * A write of an element; the index is in bounds.
   *
   * @return whether it races with an earlier access
   */
  public static boolean write(Object array, int index, ThreadState thread, long context, int site) {
    return !thread.unheard() && ElementRule.write(of(array, thread), index, thread, context, site);
  }

  /** The same, where the shadow is known. */
  public static boolean read(
      ArrayShadow shadow, int index, ThreadState thread, long context, int site) {
    return !thread.unheard() && ElementRule.read(shadow, index, thread, context, site);
  }

  /** The same, where the shadow is known. */
  public static boolean write(
      ArrayShadow shadow, int index, ThreadState thread, long context, int site) {
    return !thread.unheard() && ElementRule.write(shadow, index, thread, context, site);
  }

  /**
   * Reads of elements {@code from} (inclusive) to {@code to} (exclusive), every {@code step}th;
   * those out of bounds are left out.
   */
  public static void reads(
      Object array, long from, long to, int step, ThreadState thread, long context, int site) {
    if (!thread.unheard()) {
      new ElementRange(of(array, thread), thread, context, site, false).access(from, to, step);
    }
  }

  /** Writes, as {@link #reads}. */
  public static void writes(
      Object array, long from, long to, int step, ThreadState thread, long context, int site) {
    if (!thread.unheard()) {
      new ElementRange(of(array, thread), thread, context, site, true).access(from, to, step);
    }
  }

  /** The variable of an element that is in bounds. */
  static Variable variable(ThreadState thread, Object array, int index) {
    return new ElementVariable(of(array, thread), array, index);
  }
}
