package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.context.ContextDepot;
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

  /** What the access notes; 0 until it does. */
  private long word;

  /** The state that elements got last: neighbouring chunks mostly number theirs alike. */
  private int latest = ArrayChunk.MOVED;

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
    int i = from;
    while (i < end) {
      int first = i & 7;
      int eight = i - first;
      if (first < step && 8 % step == 0 && eight + 8 <= end) {
        i = eights(i, end, MASKS[8 * step + first], step);
        continue;
      }
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

  /**
   * Full eights, as long as there are some, of each of which the same elements belong to the range.
   *
   * @param from the first element, which is the first of its eight that does
   * @return the first of the next eight
   */
  private int eights(int from, int end, long mask, int step) {
    int first = from & 7;
    long[] chunk = shadow.chunks[from >>> ArrayChunk.BITS];
    int i = from;
    do {
      int eight = i - first;
      long at = ArrayChunk.offsetOfEight(chunk, eight);
      int state = (byte) (UNSAFE.getLong(chunk, at) >>> 8 * (7 - first));
      long alike = ArrayChunk.eight(state) & mask;
      if ((UNSAFE.getLong(chunk, at) & mask) != alike) {
        for (int k = i; k < eight + 8; k += step) {
          one(k);
        }
        i += 8;
        chunk = shadow.chunks[from >>> ArrayChunk.BITS];
      } else if (nothingToDo(chunk, i, state)) {
        do {
          i += 8;
          at -= 8;
        } while (i - first + 8 <= end && (UNSAFE.getLong(chunk, at) & mask) == alike);
      } else {
        int to = next(chunk, i, state);
        int before = i;
        if (to == ArrayChunk.MOVED) {
          for (int k = i; k < eight + 8; k += step) {
            one(k);
          }
          i += 8;
        } else {
          i = stepTogether(chunk, i, end, mask, alike, ArrayChunk.eight(to) & mask);
        }
        if (i - before <= 8) {
          chunk = shadow.chunks[from >>> ArrayChunk.BITS];
        }
      }
    } while (i - first + 8 <= end);
    return i;
  }

  /** All of the following eights that have the state of the first get the other one. */
  private int stepTogether(long[] chunk, int from, int end, long mask, long alike, long to) {
    thread.dirty = true;
    int i = from;
    int first = from & 7;
    long at = ArrayChunk.offsetOfEight(chunk, from - first);
    do {
      long states = UNSAFE.getLong(chunk, at);
      if ((states & mask) != alike) {
        break;
      }
      if (UNSAFE.compareAndSetLong(chunk, at, states, states ^ alike ^ to)) {
        i += 8;
        at -= 8;
      }
    } while (i - first + 8 <= end);
    return i;
  }

  /**
   * The state that the access makes of one in which it finds no race, and at most one reader.
   *
   * @return {@link ArrayChunk#MOVED} if it is another, or the chunk has no room for it
   */
  private int next(long[] chunk, int index, int state) {
    if (state == ArrayChunk.MOVED
        || chunk == ArrayChunk.EMPTY
        || DirectChunk.is(chunk)
        || thread.optimistic != null) {
      return ArrayChunk.MOVED;
    }
    int pair = ArrayChunk.pair(state);
    long written = chunk[pair];
    long read = chunk[pair + 1];
    if (read == Epoch.READ_SHARED
        || written != 0 && !thread.covers(written)
        || read != 0 && !thread.covers(read)) {
      return ArrayChunk.MOVED;
    }
    thread.dirty = true;
    long now = word();
    int to = shadow.state(chunk, index, write ? now : written, write ? read : now, null, latest);
    latest = to == ArrayChunk.MOVED ? latest : to;
    return to;
  }

  private long word() {
    if (word == 0) {
      word = epoch | ContextDepot.index(thread, context, site);
    }
    return word;
  }

  private boolean replace(long[] chunk, int eight, long mask, int from, int to) {
    long at = ArrayChunk.offsetOfEight(chunk, eight);
    long states = UNSAFE.getLong(chunk, at);
    long alike = ArrayChunk.eight(from) & mask;
    long next = states & ~mask | ArrayChunk.eight(to) & mask;
    return (states & mask) == alike && UNSAFE.compareAndSetLong(chunk, at, states, next);
  }

  /** Whether the access of an element in a state is recorded already. */
  private boolean nothingToDo(long[] chunk, int index, int state) {
    return Epoch.same(chunk[ArrayChunk.pair(state)], epoch)
        || !write && alreadyRead(chunk, index, state);
  }

  /** What the same access has made of a state of the chunk before; null if that is not known. */
  private ThreadArrays.@Nullable Step stepFrom(long[] chunk, int state) {
    ThreadArrays.Step step = steps.step(key);
    return step != null && thread.optimistic == null && step.fits(chunk, state, epoch, context, key)
        ? step
        : null;
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
    int eight = index & ~7;
    long states = UNSAFE.getLong(chunk, ArrayChunk.offsetOfEight(chunk, eight));
    int state = (byte) (states >>> 8 * (7 - (index & 7)));
    if (((states ^ ArrayChunk.eight(state)) & mask) != 0) {
      return false;
    }
    if (nothingToDo(chunk, index, state)) {
      return true;
    }
    ThreadArrays.Step step = stepFrom(chunk, state);
    if (step == null) {
      return false;
    }
    thread.dirty = true;
    return replace(chunk, eight, mask, state, step.to);
  }

  private boolean alreadyRead(long[] chunk, int index, int state) {
    long read = chunk[ArrayChunk.pair(state) + 1];
    return Epoch.same(read, epoch)
        || read == Epoch.READ_SHARED && shadow.hasRead(chunk, index, state, epoch);
  }
}
