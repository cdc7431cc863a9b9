package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.thread.ThreadState;

/**
 * The readers of a read-shared location: at most one word for each slot. A reader replaces its own
 * word; a new reader also drops the words that happen-before its own, which keeps the set as small
 * as the number of readers that are really concurrent.
 *
 * <p>A set is either of one location, and changed in place, or common to many, and never changed:
 * then a reader replaces the location's reference by that to another set ({@link ReadSets} tells
 * which is made). All changes of a set in place and the writer's look are serialised by the set's
 * own monitor, replacements by their compare-and-set. So a reader that adds itself after a writer
 * has looked sees the writer's word when it looks at the write word again, and one that adds itself
 * before is seen by the writer.
 */
final class ReadSet {
  /** Whether many locations may have this set. */
  final boolean common;

  /** Tells common sets apart, mostly. */
  final long hash;

  /**
   * Replaced, and its elements changed, under the monitor. Read without it by {@link #contains}.
   */
  private volatile long[] words;

  /** A set of one reader, of one location. */
  ReadSet(long first) {
    this(new long[] {first}, false);
  }

  /**
   * A set of readers.
   *
   * @param words of all readers; the set's own from now on
   */
  ReadSet(long[] words, boolean common) {
    this.words = words;
    this.common = common;
    long sum = words.length;
    for (int i = 0; common && i < words.length; i++) {
      sum = sum * 31 + words[i];
    }
    this.hash = sum;
  }

  /** The words of all readers, as a copy. */
  synchronized long[] words() {
    return words.clone();
  }

  /**
   * Whether a thread's word is here already. Only to be asked by the thread itself: nobody else
   * writes a word of its slot.
   */
  boolean contains(long word) {
    long[] now = words;
    for (int i = 0; i < now.length; i++) {
      if (Epoch.same(now[i], word)) {
        return true;
      }
    }
    return false;
  }

  /** Adds or renews the thread's word, in a set of one location. */
  synchronized void add(ThreadState thread, long word) {
    long[] old = words;
    for (int i = 0; i < old.length; i++) {
      if (Epoch.slot(old[i]) == Epoch.slot(word)) {
        old[i] = word;
        return;
      }
    }
    words = with(old, thread, word);
  }

  /** Another set, with the thread's word. */
  ReadSet with(ThreadState thread, long word, boolean forMany) {
    return new ReadSet(with(words(), thread, word), forMany);
  }

  private static long[] with(long[] old, ThreadState thread, long word) {
    int concurrent = 0;
    for (int i = 0; i < old.length; i++) {
      concurrent += thread.covers(old[i]) ? 0 : 1;
    }
    long[] renewed = new long[concurrent + 1];
    int n = 0;
    for (int i = 0; i < old.length; i++) {
      if (!thread.covers(old[i])) {
        renewed[n++] = old[i];
      }
    }
    renewed[n] = word;
    return renewed;
  }
}
