package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.thread.ThreadState;

/**
 * The readers of a read-shared location: at most one word for each slot. A reader replaces its own
 * word; a new reader also drops the words that happen-before its own, which keeps the set as small
 * as the number of readers that are really concurrent.
 *
 * <p>All changes and the writer's look are serialised by the set's own monitor. So a reader that
 * adds itself after a writer has looked sees the writer's word when it looks at the write word
 * again, and one that adds itself before is seen by the writer.
 */
final class ReadSet {
  /**
   * Replaced, and its elements changed, under the monitor. Read without it by {@link #contains}.
   */
  private volatile long[] words;

  ReadSet(long first) {
    words = new long[] {first};
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

  /** Adds or renews the thread's word. */
  synchronized void add(ThreadState thread, long word) {
    long[] old = words;
    int concurrent = 0;
    for (int i = 0; i < old.length; i++) {
      if (Epoch.slot(old[i]) == Epoch.slot(word)) {
        old[i] = word;
        return;
      }
      if (!thread.covers(old[i])) {
        concurrent++;
      }
    }
    long[] renewed = new long[concurrent + 1];
    int n = 0;
    for (int i = 0; i < old.length; i++) {
      if (!thread.covers(old[i])) {
        renewed[n++] = old[i];
      }
    }
    renewed[n] = word;
    words = renewed;
  }
}
