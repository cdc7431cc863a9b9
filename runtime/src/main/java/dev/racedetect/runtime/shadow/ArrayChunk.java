package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.clock.Epoch;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * The layout of the shadow of up to 128 neighbouring elements of an array, one {@code long[]}.
 *
 * <p>Neighbours mostly share their history, so an element has a byte, its <em>state</em>, and the
 * words of each state are kept once:
 *
 * <ul>
 *   <li>the first longs are pairs, write word and read word, one pair a state. A pair is never
 *       changed once an element may have the state. Pair 0 is a guard, which is of no thread's
 *       epoch; its low half counts the pairs in use. Pair 1 is the state of an element that was
 *       never accessed;
 *   <li>the last bytes are the states of the elements, that of the first element last: so they are
 *       found without knowing how many pairs there are. The state's number is that of its pair less
 *       128.
 * </ul>
 *
 * <p>The state of an element is changed by one compare-and-set of its byte. Reads and writes of one
 * element are thereby totally ordered, and of two conflicting ones the later sees the earlier. When
 * a chunk has no pair left, it is replaced: first all its elements are set to the state {@link
 * #MOVED}, whose pair is the guard, so that nothing more can be noted in the old one. Where too
 * many states are in use, a {@link DirectChunk} takes its place.
 */
final class ArrayChunk {
  static final int BITS = 7;

  /** Elements in a chunk. */
  static final int SIZE = 1 << BITS;

  /** State of each element of a chunk that was replaced. */
  static final int MOVED = -128;

  /** State of an element that was never accessed. */
  static final int UNTOUCHED = -127;

  /** Index of the pair of the state 0. */
  static final int ORIGIN = 256;

  /** Stands for all chunks in which nothing was accessed yet. Never changed. */
  static final long[] EMPTY = create(SIZE, 2);

  private static final long EIGHT = 0x0101010101010101L;

  /** As many as a chunk can have. */
  static final int PAIRS = 256;

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private ArrayChunk() {}

  /** A chunk of untouched elements. */
  static long[] create(int elements, int pairs) {
    int bytes = elements + 7 >>> 3;
    long[] chunk = new long[2 * pairs + bytes];
    chunk[0] = Epoch.READ_SHARED | 2;
    chunk[1] = Epoch.READ_SHARED;
    for (int i = 2 * pairs; i < chunk.length; i++) {
      chunk[i] = eight(UNTOUCHED);
    }
    return chunk;
  }

  /** Eight elements with the same state. */
  static long eight(int state) {
    return (state & 0xFF) * EIGHT;
  }

  /** Where the state of an element is, in bytes from the start of the chunk. */
  static long offset(long[] chunk, int index) {
    return ArrayLayout.LONG_BASE - 1 + 8L * chunk.length - (index & SIZE - 1);
  }

  /** Where the states of eight elements are; the index is that of the first and divides by 8. */
  static long offsetOfEight(long[] chunk, int index) {
    return offset(chunk, index) - 7;
  }

  /** The state of an element. Plain: to be used where a stale state does no harm. */
  static int state(long[] chunk, int index) {
    return UNSAFE.getByte(chunk, offset(chunk, index));
  }

  static int stateAcquire(long[] chunk, int index) {
    return UNSAFE.getByteAcquire(chunk, offset(chunk, index));
  }

  /** Sets the state of an element of a chunk that nobody else knows. */
  static void setState(long[] chunk, int index, int state) {
    UNSAFE.putByte(chunk, offset(chunk, index), (byte) state);
  }

  static boolean replaceState(long[] chunk, int index, int from, int to) {
    return UNSAFE.compareAndSetByte(chunk, offset(chunk, index), (byte) from, (byte) to);
  }

  /** Index of the pair of a state. */
  static int pair(int state) {
    return ORIGIN + 2 * state;
  }

  /** How many pairs are in use. Guarded by the chunk. */
  static int used(long[] chunk) {
    return (int) chunk[0];
  }

  static int capacity(long[] chunk, int elements) {
    return chunk.length - (elements + 7 >>> 3) >>> 1;
  }

  /** Adds a pair; there is room. Guarded by the chunk. */
  static int add(long[] chunk, long write, long read) {
    int pair = used(chunk);
    chunk[2 * pair] = write;
    chunk[2 * pair + 1] = read;
    chunk[0] = Epoch.READ_SHARED | pair + 1;
    return pair - 128;
  }

  /**
   * Closes a chunk: all its elements get the state {@link #MOVED}. Guarded by the chunk.
   *
   * @return the states that they had, as the end of a chunk has them
   */
  static long[] close(long[] chunk, int elements) {
    int bytes = elements + 7 >>> 3;
    long[] states = new long[bytes];
    for (int i = 0; i < bytes; i++) {
      long at = ArrayLayout.LONG_BASE + 8L * (chunk.length - bytes + i);
      states[i] = UNSAFE.getAndSetLong(chunk, at, eight(MOVED));
    }
    return states;
  }

  /**
   * Numbers the states in use in the order of their first element, from 2; that of untouched
   * elements is 1.
   *
   * @param moved the number of each pair, filled in here
   * @param kept the pair of each number, filled in here
   * @return the number of the last and one
   */
  static int number(long[] states, int elements, int[] moved, int[] kept) {
    moved[UNTOUCHED + 128] = 1;
    int pairs = 2;
    for (int i = 0; i < elements; i++) {
      int pair = state(states, i) + 128;
      if (moved[pair] == 0) {
        kept[pairs] = pair;
        moved[pair] = pairs++;
      }
    }
    return pairs;
  }

  /**
   * The chunk with room that takes the place of a closed one.
   *
   * @param states the states that the old one's elements had
   * @param moved of {@link #number}
   * @param kept of {@link #number}
   * @param pairs of {@link #number}
   * @param sets sets of readers of the old chunk's states, by pair; or null
   * @param movedSets the same for the new one, filled in here; as long as there can be pairs
   */
  static long[] replace(
      long[] old,
      long[] states,
      int elements,
      int[] moved,
      int[] kept,
      int pairs,
      long @Nullable [] @Nullable [] sets,
      long @Nullable [] @Nullable [] movedSets) {
    long[] chunk = create(elements, Math.min(PAIRS, pairs + Math.max(12, pairs)));
    for (int i = 2; i < pairs; i++) {
      add(chunk, old[2 * kept[i]], old[2 * kept[i] + 1]);
      if (sets != null && movedSets != null) {
        movedSets[i] = sets[kept[i]];
      }
    }
    for (int i = 0; i < elements; i++) {
      setState(chunk, i, moved[state(states, i) + 128] - 128);
    }
    return chunk;
  }
}
