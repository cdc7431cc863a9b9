package dev.racedetect.runtime.shadow;

import dev.racedetect.runtime.clock.Epoch;
import dev.racedetect.runtime.thread.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * The sets of readers of the read-shared states of one chunk. Sets are immutable: many elements may
 * share one.
 */
final class SharedReads {
  /** The chunk to which the states belong. */
  final long[] chunk;

  /** By pair. An element is written under the chunk's monitor before any element has the state. */
  final long[] @Nullable [] sets;

  SharedReads(long[] chunk, long[] @Nullable [] sets) {
    this.chunk = chunk;
    this.sets = sets;
  }

  /** Whether a set has the epoch. */
  static boolean contains(long[] set, long epoch) {
    for (int i = 0; i < set.length; i++) {
      if (Epoch.same(set[i], epoch)) {
        return true;
      }
    }
    return false;
  }

  /** The set with the thread's word, without those that happen-before it. */
  static long[] with(long[] set, ThreadState thread, long word) {
    int concurrent = 0;
    for (int i = 0; i < set.length; i++) {
      concurrent += thread.covers(set[i]) ? 0 : 1;
    }
    long[] renewed = new long[concurrent + 1];
    int n = 0;
    for (int i = 0; i < set.length; i++) {
      if (!thread.covers(set[i])) {
        renewed[n++] = set[i];
      }
    }
    renewed[n] = word;
    return renewed;
  }

  static boolean equal(long @Nullable [] a, long[] b) {
    if (a == null || a.length != b.length) {
      return false;
    }
    for (int i = 0; i < a.length; i++) {
      if (a[i] != b[i]) {
        return false;
      }
    }
    return true;
  }
}
