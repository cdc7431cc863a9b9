package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.thread.Periods;
import dev.racedetect.runtime.thread.ThreadState;
import jdk.internal.misc.Unsafe;
import org.jspecify.annotations.Nullable;

/**
 * The rule for many elements of one array that a thread accesses in one epoch at one site. Those
 * among eight neighbours that have the same state are looked at, and changed, together: that is as
 * if they had been accessed one after the other with nobody in between.
 */
final class ElementRange {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private static final int LARGEST_STEP = UNSAFE.isBigEndian() ? 0 : 8;

  /** By step and first element among eight: the bytes of the states of every step-th from there. */
  private static final long[] MASKS = masks();

  private final ArrayShadow shadow;
  private final ThreadState thread;
  private final long epoch;
  private final long context;
  private final int site;
  private final boolean write;

  /** The site, as steps have it. */
  private final int key;

  private final ThreadArrays steps;

  /** A chunk, and a state in it for which nothing is to be done. */
  private long @Nullable [] knownChunk;

  private int known;

  ElementRange(ArrayShadow shadow, ThreadState thread, long context, int site, boolean write) {
    this.shadow = shadow;
    this.thread = thread;
    this.epoch = thread.epoch;
    this.context = Periods.SAMPLED ? thread.nextOperation() : context;
    this.site = site;
    this.write = write;
    this.key = write ? ~site : site;
    this.steps = ThreadArrays.of(thread);
  }

  /** By step and first element among eight: how far it is to the first element behind them. */
  private static final int[] ADVANCE = advances();

  private static int[] advances() {
    int[] advances = new int[9 * 8];
    for (int step = 1; step <= 8; step++) {
      for (int first = 0; first < 8; first++) {
        advances[8 * step + first] = (7 - first) / step * step + step;
      }
    }
    return advances;
  }

  private static long[] masks() {
    long[] masks = new long[9 * 8];
    for (int step = 1; step <= 8; step++) {
      for (int first = 0; first < 8; first++) {
        for (int i = first; i < 8; i += step) {
          masks[8 * step + first] |= 0xFFL << 8 * (7 - i);
        }
      }
    }
    return masks;
  }

  /** Accesses each step-th element from one (inclusive) to one (exclusive) that are in bounds. */
  void access(long from, long to, int step) {
    long end = Math.min(to, shadow.length);
    long i = from < 0 ? from + (step - 1 - from) / step * step : from;
    while (i < end) {
      long chunkEnd = Math.min(end, (i | ArrayChunk.SIZE - 1) + 1);
      if (step > LARGEST_STEP) {
        one((int) i);
        i += step;
      } else {
        i = within((int) i, (int) chunkEnd, step);
      }
    }
  }

  /**
   * The part of the range that lies in one chunk.
   *
   * @return the first index that does not
   */
  private int within(int from, int end, int step) {
    known = ArrayChunk.MOVED;
    int i = from;
    while (i < end) {
      int first = i & 7;
      int eight = i - first;
      int row = 8 * step + first;
      long mask = MASKS[row];
      if (end - eight < 8) {
        mask &= -1L << 8 * (8 - (end - eight));
      }
      int next = i + ADVANCE[row];
      if (!together(i, mask)) {
        int last = Math.min(end, eight + 8);
        for (int k = i; k < last; k += step) {
          one(k);
        }
      }
      i = next;
    }
    return i;
  }

  private void one(int index) {
    if (write) {
      if (shadow.unwritten(index, epoch)) {
        ElementRule.write(shadow, index, thread, context, site);
      }
    } else if (shadow.unread(index, thread)) {
      ElementRule.read(shadow, index, thread, context, site);
    }
  }

  /** Whether the elements of the mask could be dealt with together. */
  private boolean together(int index, long mask) {
    long[] chunk = shadow.chunks[index >>> ArrayChunk.BITS];
    long at = ArrayChunk.offsetOfEight(chunk, index & ~7);
    long states = UNSAFE.getLong(chunk, at);
    int state = (byte) (states >>> 8 * (7 - (index & 7)));
    if (((states ^ ArrayChunk.eight(state)) & mask) != 0) {
      return false;
    }
    if (state == known && chunk == knownChunk) {
      return true;
    }
    int pair = ArrayChunk.pair(state);
    if (Epoch.same(chunk[pair], epoch) || !write && alreadyRead(chunk, index, state)) {
      knownChunk = chunk;
      known = state;
      return true;
    }
    ThreadArrays.Step step = steps.step(key);
    if (step == null
        || thread.optimistic != null
        || !step.fits(chunk, state, epoch, context, key)) {
      return false;
    }
    thread.dirty = true;
    long next = states & ~mask | ArrayChunk.eight(step.to) & mask;
    return UNSAFE.compareAndSetLong(chunk, at, states, next);
  }

  private boolean alreadyRead(long[] chunk, int index, int state) {
    long read = chunk[ArrayChunk.pair(state) + 1];
    return Epoch.same(read, epoch)
        || read == Epoch.READ_SHARED && shadow.hasRead(chunk, index, state, epoch);
  }
}
