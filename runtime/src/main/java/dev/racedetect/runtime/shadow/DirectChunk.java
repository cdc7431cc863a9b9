package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.clock.Epoch;
import org.jspecify.annotations.Nullable;

/**
 * The other use of the layout of {@link ArrayChunk}: each element has a pair of its own, which is
 * changed in place by {@link AccessRule}, as the words of a field are. An element's state byte is
 * the number of its pair and never changes, so whoever looks for the words of an element need not
 * know which use it is.
 *
 * <p>For elements whose histories differ, as those that are accessed under locks: each holder has
 * an epoch of its own, and to look for one state among many costs more than memory saves. A chunk
 * does not go back from this use to the other.
 */
final class DirectChunk {
  /** Up to so many elements have their own pairs from the start: that takes no more memory. */
  static final int SMALL = 4;

  /** Marks the read word of the guard. */
  private static final long MARK = 1;

  private static final int GUARDS = 2;

  private DirectChunk() {}

  /** Whether each element of the chunk has a pair of its own. */
  static boolean is(long[] chunk) {
    return chunk[1] != Epoch.READ_SHARED;
  }

  /** Whether so many elements in so many states are better off with pairs of their own. */
  static boolean suits(int elements, int states) {
    return states > Math.max(2, Math.min(8, elements / 3));
  }

  /** How much memory a chunk takes, in bytes. */
  static int bytes(int elements) {
    return 16 * (elements + GUARDS) + elements + 24;
  }

  /** A chunk of elements that were never accessed. */
  static long[] create(int elements) {
    long[] chunk = ArrayChunk.create(elements, elements + GUARDS);
    chunk[0] = Epoch.READ_SHARED | elements + GUARDS;
    chunk[1] = Epoch.READ_SHARED | MARK;
    for (int i = 0; i < elements; i++) {
      ArrayChunk.setState(chunk, i, state(i));
    }
    return chunk;
  }

  private static int state(int index) {
    return index + GUARDS - 128;
  }

  /** Index of the write word of an element in a chunk; the read word follows. */
  static int pair(int index) {
    return 2 * ((index & ArrayChunk.SIZE - 1) + GUARDS);
  }

  /** Where the write word of an element is, in bytes from the start of the chunk. */
  static long offset(int index) {
    return ArrayLayout.LONG_BASE + (long) Long.BYTES * pair(index);
  }

  /**
   * The chunk that takes the place of one of the other use.
   *
   * @param old closed: its words do not change any more
   * @param states the states that its elements had
   * @param sets sets of readers of those states, by pair; null if there are none
   * @param readSets the same for the new chunk, by element, filled in here; null if there are none
   */
  static long[] replace(
      long[] old,
      long[] states,
      int elements,
      long @Nullable [] @Nullable [] sets,
      @Nullable ReadSet @Nullable [] readSets) {
    long[] chunk = create(elements);
    for (int i = 0; i < elements; i++) {
      int from = ArrayChunk.pair(ArrayChunk.state(states, i));
      chunk[pair(i)] = old[from];
      chunk[pair(i) + 1] = old[from + 1];
      if (old[from + 1] == Epoch.READ_SHARED && sets != null && readSets != null) {
        long[] set = sets[from >>> 1];
        readSets[i] = set == null ? null : new ReadSet(set.clone(), false);
      }
    }
    return chunk;
  }
}
