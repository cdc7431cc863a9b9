package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.thread.ThreadState;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * The latest reads of elements or values of one collection that were never replaced, of each thread
 * the first in an epoch. They become reads of that element or value when it is first replaced.
 *
 * <p>Missed are the others: those after the first in an epoch, and those that {@link #KEPT} later
 * ones have pushed out. Threads write here without synchronisation; a note may get lost.
 */
final class EarlyReads {
  static final int KEPT = 4;

  /** A read: of an entry's value, or of an element of a list. Refers to the entry weakly. */
  private static final class Read extends WeakReference<Object> {
    final int index;
    final long word;

    Read(@Nullable Object entry, int index, long word) {
      super(entry);
      this.index = index;
      this.word = word;
    }
  }

  private final @Nullable Read[] reads = new Read[KEPT];
  private int next;

  /**
   * Notes a read.
   *
   * @param entry of a map; null for an element of a list
   * @param index of the element; -1 for an entry
   * @param word the thread's epoch and context
   */
  void note(@Nullable Object entry, int index, long word) {
    int at = next;
    next = at + 1;
    reads[at & KEPT - 1] = new Read(entry, index, word);
  }

  /**
   * The word of the latest read of the value of an entry that is not ordered before what the thread
   * does now; 0 if none is known.
   */
  long of(Object entry, ThreadState thread) {
    long word = 0;
    for (int i = 0; i < KEPT; i++) {
      Read read = reads[next + i & KEPT - 1];
      if (read != null && read.refersTo(entry) && !thread.covers(read.word)) {
        word = read.word;
      }
    }
    return word;
  }

  /** Hands on the known reads of elements that are not ordered before that, each index once. */
  void replay(ListElements elements, ThreadState thread) {
    for (int i = KEPT - 1; i >= 0; i--) {
      Read read = reads[next + i & KEPT - 1];
      if (read != null && read.index >= 0 && !thread.covers(read.word)) {
        elements.noteEarly(read.index, read.word);
      }
    }
  }
}
