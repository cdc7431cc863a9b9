package dev.racedetect.runtime.shadow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The shadow words of one array: a write and a read word for each element, in chunks that are
 * allocated when an element of theirs is first accessed.
 */
final class ArrayShadow {
  static final int CHUNK_BITS = 6;

  private static final int CHUNK = 1 << CHUNK_BITS;

  private static final VarHandle SETS = MethodHandles.arrayElementVarHandle(ReadSet[][].class);
  private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[][].class);

  /** Write word at 2i, read word at 2i + 1, for element i of the chunk. */
  final long[] @Nullable [] words;

  private final ReadSet[] @Nullable [] sets;

  ArrayShadow(int length) {
    int chunks = (length + CHUNK - 1) >>> CHUNK_BITS;
    words = new long[chunks][];
    sets = new ReadSet[chunks][];
  }

  /** The variable for an element; null if there is no memory left to watch it. */
  @Nullable Variable variable(Object array, int index) {
    int chunk = index >>> CHUNK_BITS;
    long[] w = words[chunk];
    if (w == null) {
      if (!ShadowMemory.available(16 * CHUNK)) {
        return null;
      }
      w = new long[2 * CHUNK];
      long[] other = (long[]) WORDS.compareAndExchange(words, chunk, (long[]) null, w);
      w = other == null ? w : other;
    }
    ReadSet[] s = sets[chunk];
    if (s == null) {
      s = new ReadSet[CHUNK];
      ReadSet[] other = (ReadSet[]) SETS.compareAndExchange(sets, chunk, (ReadSet[]) null, s);
      s = other == null ? s : other;
    }
    int i = index & CHUNK - 1;
    long word = ArrayLayout.LONG_BASE + 16L * i;
    long set = ArrayLayout.REFERENCE_BASE + ArrayLayout.REFERENCE_SCALE * i;
    return new Variable(w, word, s, set, array, index);
  }
}
