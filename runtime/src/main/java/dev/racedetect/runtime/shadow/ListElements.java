package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.clock.Epoch;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * The shadow words of the elements of a list, by index, in chunks made on first use.
 *
 * <p>Indices beyond {@link #MAX} and those for which there is no memory are not watched: races on
 * replaced elements there are missed.
 */
final class ListElements {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final int CHUNK_BITS = 6;
  private static final int CHUNK = 1 << CHUNK_BITS;
  private static final int MAX = 1 << 22;

  private static final class Chunk {
    /** Write word at 2i, read word at 2i + 1. */
    final long[] words = new long[2 * CHUNK];

    final ReadSet[] sets = new ReadSet[CHUNK];
  }

  /** Replaced, and its elements set, under this monitor. */
  private volatile @Nullable Chunk[] chunks = new Chunk[4];

  /** The variable of an element; null if it is not watched. */
  @Nullable WordVariable variable(Object list, CollectionShadow shadow, int index) {
    Chunk chunk = index < 0 || index >= MAX ? null : chunk(index >>> CHUNK_BITS);
    if (chunk == null) {
      return null;
    }
    int i = index & CHUNK - 1;
    long word = ArrayLayout.LONG_BASE + 16L * i;
    long set = ArrayLayout.referenceOffset(i);
    return new WordVariable(
        chunk.words, word, word + Long.BYTES, chunk.sets, set, list, shadow, index);
  }

  /** Whether the last write of an element was in that epoch. Plain: see {@link AccessRule}. */
  boolean writtenIn(int index, long epoch) {
    Chunk chunk = known(index);
    return chunk != null && Epoch.same(chunk.words[2 * (index & CHUNK - 1)], epoch);
  }

  /** Whether the last write of an element, or the last read by one thread alone, was. */
  boolean accessedIn(int index, long epoch) {
    Chunk chunk = known(index);
    int at = 2 * (index & CHUNK - 1);
    return chunk != null
        && (Epoch.same(chunk.words[at], epoch) || Epoch.same(chunk.words[at + 1], epoch));
  }

  private @Nullable Chunk known(int index) {
    @Nullable Chunk[] c = chunks;
    int at = index >>> CHUNK_BITS;
    return at < c.length ? c[at] : null;
  }

  /** Takes over a read that happened before the elements were watched, unless there is one. */
  void noteEarly(int index, long word) {
    Chunk chunk = index >= MAX ? null : chunk(index >>> CHUNK_BITS);
    if (chunk != null) {
      long read = ArrayLayout.LONG_BASE + 16L * (index & CHUNK - 1) + Long.BYTES;
      UNSAFE.compareAndSetLong(chunk.words, read, 0, word);
    }
  }

  private @Nullable Chunk chunk(int at) {
    @Nullable Chunk[] c = chunks;
    Chunk chunk = at < c.length ? c[at] : null;
    return chunk != null ? chunk : add(at);
  }

  private synchronized @Nullable Chunk add(int at) {
    @Nullable Chunk[] c = chunks;
    if (at < c.length && c[at] != null) {
      return c[at];
    }
    if (!ShadowMemory.available(24 * CHUNK)) {
      return null;
    }
    @Nullable Chunk[] wider = new Chunk[Math.max(c.length, Integer.highestOneBit(at) * 2)];
    System.arraycopy(c, 0, wider, 0, c.length);
    Chunk made = new Chunk();
    wider[at] = made;
    chunks = wider;
    return made;
  }
}
