package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.sync.WeakIdentityMap;
import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/** The shadows of all arrays, and the rule applied to their elements. */
public final class ArrayShadows {
  private static final class Shadows extends WeakIdentityMap<ArrayShadow> {
    @Override
    protected ArrayShadow create(Object array) {
      return new ArrayShadow(java.lang.reflect.Array.getLength(array));
    }
  }

  private static final Shadows SHADOWS = new Shadows();

  private ArrayShadows() {}

  private static ArrayShadow of(ThreadState thread, Object array) {
    Object last = thread.lastArrayShadow;
    if (thread.lastArray == array && last != null) {
      return (ArrayShadow) last;
    }
    ArrayShadow shadow = SHADOWS.of(array);
    thread.lastArray = array;
    thread.lastArrayShadow = shadow;
    return shadow;
  }

  /**
   * A read of an element; the index is in bounds.
   *
   * @return whether it races with an earlier write
   */
  public static boolean read(Object array, int index, ThreadState thread, long context, int site) {
    ArrayShadow shadow = of(thread, array);
    long[] words = shadow.words[index >>> ArrayShadow.CHUNK_BITS];
    int i = 2 * index & (2 << ArrayShadow.CHUNK_BITS) - 1;
    long epoch = thread.epoch;
    if (words != null && ((words[i] ^ epoch) >>> 20 == 0 || (words[i + 1] ^ epoch) >>> 20 == 0)) {
      return false;
    }
    Variable variable = shadow.variable(array, index);
    return variable != null && AccessRule.read(variable, thread, context, site);
  }

  /**
   * A write of an element; the index is in bounds.
   *
   * @return whether it races with an earlier access
   */
  public static boolean write(Object array, int index, ThreadState thread, long context, int site) {
    ArrayShadow shadow = of(thread, array);
    long[] words = shadow.words[index >>> ArrayShadow.CHUNK_BITS];
    int i = 2 * index & (2 << ArrayShadow.CHUNK_BITS) - 1;
    if (words != null && (words[i] ^ thread.epoch) >>> 20 == 0) {
      return false;
    }
    Variable variable = shadow.variable(array, index);
    return variable != null && AccessRule.write(variable, thread, context, site);
  }

  /** The variable of an element that is in bounds; null if it is not watched. */
  static @Nullable Variable variable(ThreadState thread, Object array, int index) {
    return of(thread, array).variable(array, index);
  }
}
