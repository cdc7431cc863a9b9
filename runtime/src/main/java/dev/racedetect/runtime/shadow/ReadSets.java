package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * The common sets of readers that one thread has made lately. Who reads many locations one after
 * the other takes most of them from the same readers to the same readers; they then share one set,
 * which stays in the cache of the processor. Only that thread uses it.
 *
 * <p>A thread that reads few locations in each epoch would make a new set each time. So a set is
 * common only if the one whose place it takes here has been used again.
 */
final class ReadSets {
  private static final int BITS = 6;

  private static final int SIZE = 1 << BITS;

  /** The set before; null for a location that had a single reader. */
  private final @Nullable ReadSet[] from = new ReadSet[SIZE];

  /** The word that was added; or that of the single reader. */
  private final long[] words = new long[SIZE];

  private final @Nullable ReadSet[] to = new ReadSet[SIZE];

  /** Whether the set was found here since it was made. */
  private final boolean[] used = new boolean[SIZE];

  /** Whether the last set that was made here is common: if it is never found, the next is not. */
  private final boolean[] tried = new boolean[SIZE];

  private ReadSets() {}

  private static ReadSets of(ThreadState thread) {
    Object known = thread.readSets;
    if (known == null) {
      known = new ReadSets();
      thread.readSets = known;
    }
    return (ReadSets) known;
  }

  /** The set of a location that had a single reader. */
  static ReadSet single(ThreadState thread, long reader) {
    return of(thread).step(thread, null, reader);
  }

  /**
   * The set that follows a common one.
   *
   * @param word of the thread
   */
  static ReadSet with(ThreadState thread, ReadSet before, long word) {
    return of(thread).step(thread, before, word);
  }

  private ReadSet step(ThreadState thread, @Nullable ReadSet before, long word) {
    long hash = word + (before == null ? 0 : before.hash);
    int first = (int) (hash * 0x9E3779B97F4A7C15L >>> 64 - BITS);
    int second = first ^ 1;
    ReadSet known = at(first, before, word);
    if (known == null) {
      known = at(second, before, word);
    }
    if (known != null) {
      return known;
    }
    int at = used[first] ? second : first;
    boolean common = !tried[at] || used[at];
    tried[at] = common;
    ReadSet made =
        before == null ? new ReadSet(new long[] {word}, common) : before.with(thread, word, common);
    if (common) {
      from[at] = before;
      words[at] = word;
      to[at] = made;
      used[at] = false;
    }
    return made;
  }

  private @Nullable ReadSet at(int at, @Nullable ReadSet before, long word) {
    if (words[at] != word || from[at] != before) {
      return null;
    }
    used[at] = true;
    return to[at];
  }
}
