package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.thread.ThreadState;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import jdk.internal.vm.annotation.ForceInline;
import org.jspecify.annotations.Nullable;

/**
 * The shadow state of one array, in chunks that are allocated when an element of theirs is first
 * accessed; also the entry of the array in {@link ArrayTable}. Does not keep the array alive.
 */
public final class ArrayShadow extends WeakReference<Object> {
  /** The shadow of no array: it has no elements. */
  public static final ArrayShadow NONE = new ArrayShadow(null, 0, 0);

  private static final VarHandle CHUNK = MethodHandles.arrayElementVarHandle(long[][].class);

  /** Identity hash of the array. */
  final int hash;

  /** Length of the array. */
  final int length;

  /** Replaced, element by element, under the monitor of the old chunk. */
  final long[][] chunks;

  /** By chunk; null while no element was read-shared. Guarded by this object. */
  private volatile @Nullable SharedReads @Nullable [] shared;

  /** The sets of readers of direct chunks; null while there are none. Guarded by this object. */
  private volatile @Nullable ReadSet @Nullable [] @Nullable [] direct;

  ArrayShadow(@Nullable Object array, int hash, int length) {
    super(array);
    this.hash = hash;
    this.length = length;
    this.chunks = new long[length + ArrayChunk.SIZE - 1 >>> ArrayChunk.BITS][];
    for (int i = 0; i < chunks.length; i++) {
      chunks[i] = ArrayChunk.EMPTY;
    }
  }

  /**
   * Whether a read of an element has something to check or to note: it is in bounds, and the thread
   * was not the last to write it or to read it in its epoch, nor is known to be among its readers.
   * Small, for emitted code.
   */
  @ForceInline
  public boolean unread(int index, ThreadState thread) {
    if (Integer.compareUnsigned(index, length) >= 0) {
      return false;
    }
    long epoch = thread.epoch;
    long[] chunk = chunks[index >>> ArrayChunk.BITS];
    int state = ArrayChunk.state(chunk, index);
    int pair = ArrayChunk.pair(state);
    long read = chunk[pair + 1];
    return !Epoch.same(chunk[pair], epoch)
        && !Epoch.same(read, epoch)
        && (read != Epoch.READ_SHARED || !ThreadArrays.hasRead(thread, this, index, chunk, state));
  }

  /** The same for a write: the thread of this epoch was not the last to write the element. */
  @ForceInline
  public boolean unwritten(int index, long epoch) {
    if (Integer.compareUnsigned(index, length) >= 0) {
      return false;
    }
    long[] chunk = chunks[index >>> ArrayChunk.BITS];
    return !Epoch.same(chunk[ArrayChunk.pair(ArrayChunk.state(chunk, index))], epoch);
  }

  private int elements(int chunk) {
    return Math.min(ArrayChunk.SIZE, length - (chunk << ArrayChunk.BITS));
  }

  /** The chunk of an element, made if nothing in it was accessed; null if there is no memory. */
  long @Nullable [] chunk(int index) {
    int at = index >>> ArrayChunk.BITS;
    long[] chunk = (long[]) CHUNK.getAcquire(chunks, at);
    if (chunk != ArrayChunk.EMPTY) {
      return chunk;
    }
    if (!ShadowMemory.available(16 * (ArrayChunk.SIZE / 8 + 4))) {
      return null;
    }
    int elements = elements(at);
    long[] made =
        elements <= DirectChunk.SMALL
            ? DirectChunk.create(elements)
            : ArrayChunk.create(elements, 4);
    long[] other = (long[]) CHUNK.compareAndExchange(chunks, at, ArrayChunk.EMPTY, made);
    return other == ArrayChunk.EMPTY ? made : other;
  }

  /** The set of readers of a state of a chunk; null if that chunk was replaced. */
  long @Nullable [] readers(long[] chunk, int index, int state) {
    @Nullable SharedReads[] all = shared;
    SharedReads reads = all == null ? null : all[index >>> ArrayChunk.BITS];
    return reads == null || reads.chunk != chunk ? null : reads.sets[state + 128];
  }

  /** Whether a read-shared state says that the thread of this epoch has read. */
  boolean hasRead(long[] chunk, int index, int state, long epoch) {
    long[] set = readers(chunk, index, state);
    return set != null && SharedReads.contains(set, epoch);
  }

  /**
   * The state with these words; added if there is none.
   *
   * @param read the read word; ignored if there is a set of readers
   * @param guess a state that it may be: neighbouring chunks mostly number theirs alike
   * @return {@link ArrayChunk#MOVED} if the chunk was replaced
   */
  int state(long[] chunk, int index, long write, long read, long @Nullable [] set, int guess) {
    int at = index >>> ArrayChunk.BITS;
    synchronized (chunk) {
      if (chunks[at] != chunk) {
        return ArrayChunk.MOVED;
      }
      int used = ArrayChunk.used(chunk);
      if (set == null && guess > ArrayChunk.MOVED && guess < used - 128) {
        int pair = ArrayChunk.pair(guess);
        if (chunk[pair] == write && chunk[pair + 1] == read) {
          return guess;
        }
      }
      for (int state = used - 129; state > ArrayChunk.MOVED; state--) {
        int pair = ArrayChunk.pair(state);
        if (chunk[pair] == write
            && (set == null
                ? chunk[pair + 1] == read
                : SharedReads.equal(readers(chunk, index, state), set))) {
          return state;
        }
      }
      if (used == ArrayChunk.capacity(chunk, elements(at))) {
        replace(at, chunk);
        return ArrayChunk.MOVED;
      }
      if (set == null) {
        return ArrayChunk.add(chunk, write, read);
      }
      sharedReads(at, chunk).sets[used] = set;
      return ArrayChunk.add(chunk, write, Epoch.READ_SHARED);
    }
  }

  /** Lets go of the state of an array that is gone. */
  void drop() {
    for (int i = 0; i < chunks.length; i++) {
      CHUNK.setRelease(chunks, i, ArrayChunk.EMPTY);
    }
    shared = null;
    direct = null;
  }

  /** Waits until a chunk whose elements have moved is replaced. */
  void awaitReplacement(long[] chunk) {
    synchronized (chunk) {
      return;
    }
  }

  private void replace(int at, long[] old) {
    @Nullable SharedReads[] all = shared;
    SharedReads before = all == null ? null : all[at];
    long[][] sets = before == null || before.chunk != old ? null : before.sets;
    int elements = elements(at);
    long[] states = ArrayChunk.close(old, elements);
    int[] moved = new int[ArrayChunk.PAIRS];
    int[] kept = new int[ArrayChunk.SIZE + 2];
    int pairs = ArrayChunk.number(states, elements, moved, kept);
    long[] chunk;
    if (DirectChunk.suits(elements, pairs - 2)
        && ShadowMemory.available(DirectChunk.bytes(elements))) {
      chunk = DirectChunk.replace(old, states, elements, sets, sets == null ? null : readSets(at));
    } else if (sets == null) {
      chunk = ArrayChunk.replace(old, states, elements, moved, kept, pairs, null, null);
    } else {
      long[][] movedSets = new long[ArrayChunk.PAIRS][];
      chunk = ArrayChunk.replace(old, states, elements, moved, kept, pairs, sets, movedSets);
      long[][] fitting = new long[ArrayChunk.capacity(chunk, elements)][];
      System.arraycopy(movedSets, 0, fitting, 0, fitting.length);
      setShared(at, new SharedReads(chunk, fitting));
    }
    CHUNK.setRelease(chunks, at, chunk);
  }

  /** The sets of readers of a direct chunk, by element; made if there are none. */
  @Nullable ReadSet[] readSets(int at) {
    @Nullable ReadSet @Nullable [] @Nullable [] all = direct;
    @Nullable ReadSet @Nullable [] sets = all == null ? null : all[at];
    return sets == null ? newReadSets(at) : sets;
  }

  private synchronized @Nullable ReadSet[] newReadSets(int at) {
    @Nullable ReadSet @Nullable [] @Nullable [] all = direct;
    if (all == null) {
      all = new ReadSet[chunks.length][];
    }
    @Nullable ReadSet @Nullable [] sets = all[at];
    if (sets == null) {
      sets = new ReadSet[elements(at)];
      all[at] = sets;
    }
    direct = all;
    return sets;
  }

  private SharedReads sharedReads(int at, long[] chunk) {
    @Nullable SharedReads[] all = shared;
    SharedReads reads = all == null ? null : all[at];
    if (reads == null || reads.chunk != chunk) {
      reads = new SharedReads(chunk, new long[ArrayChunk.capacity(chunk, elements(at))][]);
      setShared(at, reads);
    }
    return reads;
  }

  private synchronized void setShared(int at, SharedReads reads) {
    @Nullable SharedReads[] all = shared;
    if (all == null) {
      all = new SharedReads[chunks.length];
    }
    all[at] = reads;
    shared = all;
  }
}
