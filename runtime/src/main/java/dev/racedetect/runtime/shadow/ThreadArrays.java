package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import jdk.internal.vm.annotation.ForceInline;
import org.jspecify.annotations.Nullable;

/**
 * What one thread remembers of the arrays that it used last: their shadows, and which state an
 * element got from which at a site. Only that thread uses it.
 */
final class ThreadArrays {
  private static final int SMALLEST = 1 << 4;

  /** Enough for the rows of a large matrix. */
  private static final int LARGEST = 1 << 12;

  private static final int SITES = 16;

  /** The change of an element's state at a site. */
  static final class Step {
    final long[] chunk;
    final int from;
    final int to;
    final int site;
    final long epoch;
    final long context;

    Step(long[] chunk, int from, int to, int site, long epoch, long context) {
      this.chunk = chunk;
      this.from = from;
      this.to = to;
      this.site = site;
      this.epoch = epoch;
      this.context = context;
    }

    /**
     * Whether the step may be repeated for an element of the chunk. Where stacks are walked ({@link
     * Periods#SAMPLED}), one access has that of another only within the same operation on a range,
     * which has a context of its own.
     */
    boolean fits(long[] inChunk, int state, long now, long inContext, int atSite) {
      return chunk == inChunk
          && from == state
          && epoch == now
          && site == atSite
          && context == inContext
          && (!Periods.SAMPLED || inContext != 0);
    }
  }

  /** Direct-mapped by identity hash. */
  private ArrayShadow[] shadows = fresh(SMALLEST);

  /**
   * By the same kind of place: a chunk of the array that has a state in which the thread is one of
   * several readers. Such a state never changes.
   */
  private long[] @Nullable [] readChunks = new long[SMALLEST][];

  /** The epoch in which it has read, with the number of the state in the lowest bits. */
  private long[] readStates = new long[SMALLEST];

  private int misses;

  private final @Nullable Step[] steps = new Step[SITES];

  private static ArrayShadow[] fresh(int length) {
    ArrayShadow[] shadows = new ArrayShadow[length];
    for (int i = 0; i < length; i++) {
      shadows[i] = ArrayShadow.NONE;
    }
    return shadows;
  }

  static ThreadArrays of(ThreadState thread) {
    Object arrays = thread.arrays;
    if (arrays == null) {
      arrays = new ThreadArrays();
      thread.arrays = arrays;
    }
    return (ThreadArrays) arrays;
  }

  /** The shadow of an array. */
  ArrayShadow shadow(Object array) {
    int hash = System.identityHashCode(array);
    ArrayShadow[] s = shadows;
    ArrayShadow cached = s[hash & s.length - 1];
    return cached.refersTo(array) ? cached : miss(array, hash);
  }

  private ArrayShadow miss(Object array, int hash) {
    if (++misses > 4 * shadows.length && shadows.length < LARGEST) {
      misses = 0;
      shadows = fresh(4 * shadows.length);
      readChunks = new long[shadows.length][];
      readStates = new long[shadows.length];
    }
    ArrayShadow shadow = ArrayTable.of(array, hash);
    shadows[hash & shadows.length - 1] = shadow;
    return shadow;
  }

  /** Whether the thread is known to be among the readers of a read-shared state in its epoch. */
  @ForceInline
  static boolean hasRead(
      ThreadState thread, ArrayShadow shadow, int index, long[] chunk, int state) {
    return thread.arrays instanceof ThreadArrays arrays
        && arrays.knows(place(shadow, index), chunk, thread.epoch | state & 0xFF);
  }

  /** Neighbouring chunks have different places. */
  private static int place(ArrayShadow shadow, int index) {
    return shadow.hash + (index >>> ArrayChunk.BITS);
  }

  private boolean knows(int place, long[] chunk, long key) {
    long[] states = readStates;
    int at = place & states.length - 1;
    return states[at] == key && readChunks[at] == chunk;
  }

  /** Notes that the thread is among the readers of a read-shared state that never changes. */
  void noteRead(ArrayShadow shadow, int index, long[] chunk, int state, long epoch) {
    int at = place(shadow, index) & readStates.length - 1;
    readStates[at] = epoch | state & 0xFF;
    readChunks[at] = chunk;
  }

  /** The last step at a site (complemented for writes), or at another one that shares its place. */
  @Nullable Step step(int site) {
    return steps[site & SITES - 1];
  }

  /** Remembers a step that found no race: it cannot find one again in the same epoch. */
  void remember(Step step) {
    steps[step.site & SITES - 1] = step;
  }
}
