package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/** The state of an element as it was found at one moment, and its replacement by another. */
final class ElementState {
  /** The chunk in which it was found. */
  long[] chunk = ArrayChunk.EMPTY;

  /** Its number there. */
  int state;

  long write;
  long read;

  /** Null if it is not read-shared. */
  long @Nullable [] set;

  /** The number of the state that replaced it; before that, what it probably is. */
  int next = ArrayChunk.MOVED;

  /** The element itself, if it has words of its own instead of a state. */
  @Nullable WordVariable words;

  /**
   * Finds the state of an element.
   *
   * @return false if it has none: it has {@link #words} of its own, or is not watched
   */
  boolean load(ArrayShadow shadow, int index) {
    for (; ; ) {
      long[] c = shadow.chunk(index);
      if (c == null) {
        return false;
      }
      if (DirectChunk.is(c)) {
        Object array = shadow.get();
        words = array == null ? null : new WordVariable(shadow, array, c, index);
        return false;
      }
      int s = ArrayChunk.stateAcquire(c, index);
      if (s == ArrayChunk.MOVED) {
        shadow.awaitReplacement(c);
        continue;
      }
      int pair = ArrayChunk.pair(s);
      chunk = c;
      state = s;
      write = c[pair];
      read = c[pair + 1];
      set = null;
      if (read != Epoch.READ_SHARED) {
        return true;
      }
      set = shadow.readers(c, index, s);
      if (set != null) {
        return true;
      }
    }
  }

  /** Replaces the state by another; false if it is not the element's state any more. */
  boolean replace(ArrayShadow shadow, int index, long w, long r, long @Nullable [] readers) {
    int to = shadow.state(chunk, index, w, r, readers, next);
    next = to;
    return to != ArrayChunk.MOVED && ArrayChunk.replaceState(chunk, index, state, to);
  }

  /** Adds the word of a read; false if it has to be tried again. */
  boolean noteRead(ArrayShadow shadow, int index, ThreadState thread, long word) {
    if (set != null) {
      return replace(shadow, index, write, 0, SharedReads.with(set, thread, word));
    }
    if (read == 0 || thread.covers(read)) {
      return replace(shadow, index, write, word, null);
    }
    return replace(shadow, index, write, 0, new long[] {read, word});
  }
}
