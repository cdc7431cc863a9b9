package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.thread.ThreadState;
import jdk.internal.misc.Unsafe;

/**
 * The readers of a read-shared location: at most one word for each slot. A reader replaces its own
 * word; a new reader also drops the words that happen-before its own, which keeps the set as small
 * as the number of readers that are really concurrent.
 *
 * <p>A set is either of one location, and changed in place, or common to many, and never changed:
 * then a reader replaces the location's reference by that to another set ({@link ReadSets} tells
 * which is made).
 *
 * <p>A thread that is in the set already stores its new word without a lock, and then looks whether
 * the array is still the set's; who replaces the array, under the set's monitor, then looks whether
 * a word in the old one was renewed meanwhile. So one of the two notices. The same holds between a
 * reader and a writer: the reader stores its word and then looks at the write word again; the
 * writer has stored that before it looks at the set. Replacements of common sets are serialised by
 * the compare-and-set of the location's reference.
 */
final class ReadSet {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long FIRST = ArrayLayout.LONG_BASE;

  /** Whether many locations may have this set. */
  final boolean common;

  /** Tells common sets apart, mostly. */
  final long hash;

  /** Replaced under the monitor. An element is changed by the thread that has its slot. */
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

  private static long at(long[] words, int i) {
    return UNSAFE.getLongVolatile(words, FIRST + ((long) i << 3));
  }

  private static long[] copy(long[] words) {
    long[] copy = new long[words.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = at(words, i);
    }
    return copy;
  }

  private static int find(long[] words, long word) {
    for (int i = 0; i < words.length; i++) {
      if (Epoch.slot(words[i]) == Epoch.slot(word)) {
        return i;
      }
    }
    return -1;
  }

  /** The words of all readers, as a copy. */
  synchronized long[] words() {
    return copy(words);
  }

  /**
   * Whether a thread's word is here already. Only to be asked by the thread itself: nobody else
   * writes a word of its slot. False also for a moment while another reader joins.
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
  void add(ThreadState thread, long word) {
    if (!renew(word)) {
      join(thread, word);
    }
  }

  /** Renews the word of the current thread; false if it has none here. */
  private boolean renew(long word) {
    for (; ; ) {
      long[] now = words;
      int own = find(now, word);
      if (own < 0) {
        return false;
      }
      UNSAFE.putLongVolatile(now, FIRST + ((long) own << 3), word);
      if (words == now) {
        return true;
      }
    }
  }

  private synchronized void join(ThreadState thread, long word) {
    long[] old = words;
    long[] seen = copy(old);
    words = with(seen, thread, word);
    renewedMeanwhile(old, seen);
  }

  /** Takes over what readers have stored in an array since it was copied. */
  private void renewedMeanwhile(long[] old, long[] seen) {
    for (int i = 0; i < old.length; i++) {
      long late = at(old, i);
      if (late != seen[i]) {
        keep(late);
      }
    }
  }

  private void keep(long late) {
    long[] now = words;
    int at = find(now, late);
    if (at < 0) {
      long[] seen = copy(now);
      long[] more = new long[seen.length + 1];
      System.arraycopy(seen, 0, more, 0, seen.length);
      more[seen.length] = late;
      words = more;
      renewedMeanwhile(now, seen);
      return;
    }
    long there = at(now, at);
    while (Epoch.clock(there) < Epoch.clock(late)
        && !UNSAFE.compareAndSetLong(now, FIRST + ((long) at << 3), there, late)) {
      there = at(now, at);
    }
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
